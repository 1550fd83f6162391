create table customer_order (
    id uuid primary key,
    -- What people say to each other: short, and no secret.
    number bigint generated always as identity (start with 1001) unique,
    account_id uuid not null references account,
    -- As it was when ordered.
    customer_name text not null,
    state text not null check (state in ('PROOF_APPROVED', 'RELEASED', 'FULFILLED', 'CANCELLED')),
    version integer not null default 0,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    total_cents bigint not null check (total_cents >= 0),
    idempotency_key text check (length(idempotency_key) between 1 and 200),
    request_sha256 text,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    unique (account_id, idempotency_key)
);
create index order_of_account on customer_order (account_id, created_at desc);

create table order_line (
    id uuid primary key,
    order_id uuid not null references customer_order,
    proof_id uuid not null references proof,
    -- Fixed at approval: what is sewn is what was approved.
    design_sha256 text not null references design,
    title text not null check (length(title) between 1 and 120),
    quantity integer not null check (quantity between 1 and 10000),
    unit_cents bigint not null check (unit_cents >= 0),
    -- The whole breakdown as it was shown, in JSON.
    price text not null,
    sewn integer not null default 0 check (sewn between 0 and quantity)
);
create index line_of_order on order_line (order_id);
