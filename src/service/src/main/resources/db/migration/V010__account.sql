create table account (
    id uuid primary key,
    login text not null check (login = lower(login) and length(login) between 3 and 200),
    name text not null check (length(name) between 1 and 100),
    password_hash text not null,
    role text not null check (role in ('customer', 'operator', 'planner', 'owner')),
    -- Raised at logout and at a change of password or role: every older session ends.
    session_epoch bigint not null default 0,
    created_at timestamptz not null default now(),
    unique (login)
);
