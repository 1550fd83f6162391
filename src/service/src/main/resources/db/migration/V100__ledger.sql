-- The memory of the house: what happened, to what, by whom. Rows are only ever added.
create table ledger_event (
    number      bigint generated always as identity primary key,
    at          timestamptz not null default clock_timestamp(),
    subject     text        not null check (subject ~ '^[a-z_]{1,30}$'),
    subject_id  uuid        not null,
    version     integer     not null,
    event       text        not null check (event ~ '^[a-z_]{1,40}$'),
    actor_id    uuid        not null,
    actor_name  text        not null,
    actor_role  text        not null check (actor_role in
        ('customer', 'operator', 'planner', 'owner', 'system', 'machine')),
    fence       bigint,
    payload     jsonb       not null default '{}'
);

create index ledger_event_subject on ledger_event (subject, subject_id, number);

-- Every state change of a run has exactly one row.
create unique index ledger_event_run_version on ledger_event (subject_id, version) where subject = 'run';

create function ledger_event_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is only added to; % refused', tg_op;
end
$$;

create trigger ledger_event_no_change before update or delete on ledger_event
    for each row execute function ledger_event_is_final();

create trigger ledger_event_no_truncate before truncate on ledger_event
    for each statement execute function ledger_event_is_final();
