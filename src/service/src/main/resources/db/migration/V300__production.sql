create table job (
    id               uuid        primary key,
    order_id         uuid        not null,
    order_line_id    uuid        not null unique,
    design_sha256    text        not null check (design_sha256 ~ '^[0-9a-f]{64}$'),
    title            text        not null,
    customer_name    text        not null,
    quantity         integer     not null check (quantity between 1 and 100000),
    stitches_total   integer     not null check (stitches_total >= 0),
    colors           integer     not null check (colors >= 1),
    width_mm         double precision not null,
    height_mm        double precision not null,
    minutes          double precision not null,
    created_at       timestamptz not null default now()
);

create index job_order on job (order_id);

-- One garment to be sewn with one design.
create table run (
    id               uuid        primary key,
    job_id           uuid        not null references job,
    number_in_job    integer     not null,
    design_sha256    text        not null check (design_sha256 ~ '^[0-9a-f]{64}$'),
    priority         integer     not null default 0,
    place            bigint      not null,
    state            text        not null check (state in ('WAITING', 'HELD', 'ASSIGNED', 'ARMED', 'INTENT', 'SENDING',
        'SEWING', 'PAUSED', 'SUSPECT', 'SPOILED', 'DONE', 'CANCELLED')),
    version          integer     not null default 0,
    machine_id       uuid        references machine,
    attempt_id       uuid,
    garment_tag      text,
    armed_at         timestamptz,
    armed_by         uuid,
    paused_from      text        check (paused_from in ('SENDING', 'SEWING')),
    hold_reason      text,
    replacement_of   uuid        unique references run,
    created_at       timestamptz not null default now(),
    changed_at       timestamptz not null default now(),
    check ((state in ('WAITING', 'HELD', 'CANCELLED')) or machine_id is not null)
);

create index run_job on run (job_id);
create index run_queue on run (machine_id, place) where state = 'ASSIGNED';
create index run_waiting on run (priority desc, place) where state in ('WAITING', 'HELD');
create index run_open on run (state) where state not in ('DONE', 'CANCELLED', 'SPOILED');

-- R1: at most one run has a machine's needle. One that is hooped for it counts as well: there is one place to stand.
create unique index run_at_machine on run (machine_id)
    where state in ('ARMED', 'INTENT', 'SENDING', 'SEWING', 'PAUSED', 'SUSPECT');

create sequence run_place;

-- One try of one run on one machine, on disk before the first byte leaves. Never deleted.
create table attempt (
    id               uuid        primary key,
    label            text        not null unique check (label ~ '^[A-Z2-9]{8}$'),
    run_id           uuid        not null references run,
    machine_id       uuid        not null references machine,
    fence            bigint      not null,
    node             text        not null,
    armed_by         uuid,
    started_by       uuid        not null,
    garment_tag      text        not null,
    design_sha256    text        not null check (design_sha256 ~ '^[0-9a-f]{64}$'),
    format           text        not null,
    content_sha256   text        not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
    driver           text        not null,
    driver_version   text        not null,
    driver_sha256    text,
    start_stitch     integer     not null default 0,
    bytes_total      bigint      not null,
    stitches_total   integer     not null,
    intent_at        timestamptz not null default clock_timestamp(),
    first_byte_at    timestamptz,
    acked_bytes      bigint      not null default 0 check (acked_bytes >= 0),
    acked_stitch     integer     not null default 0 check (acked_stitch >= 0),
    evidence         text,
    machine_counter  bigint,
    ended_at         timestamptz,
    outcome          text,
    outcome_source   text        check (outcome_source in ('machine', 'operator', 'system')),
    outcome_detail   text,
    decided_by       uuid,
    check (acked_bytes <= bytes_total)
);

create index attempt_run on attempt (run_id, intent_at);
create index attempt_machine on attempt (machine_id, intent_at);

-- A run and its attempt are written by one transaction, the run first: the loser of a race then writes nothing.
alter table run add foreign key (attempt_id) references attempt deferrable initially deferred;

create function attempt_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'Attempts are never deleted';
end
$$;

create trigger attempt_no_delete before delete on attempt
    for each row execute function attempt_is_kept();

create trigger attempt_no_truncate before truncate on attempt
    for each statement execute function attempt_is_kept();
