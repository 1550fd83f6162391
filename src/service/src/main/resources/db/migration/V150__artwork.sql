-- The bytes of a drawing, each kept once under its hash and never parsed inside the service.
create table artwork_source (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bytea not null
);

-- A drawing as one account brought it.
create table artwork (
    id uuid primary key,
    account_id uuid not null references account,
    source_sha256 text not null references artwork_source,
    title text not null check (length(title) between 1 and 120),
    file_name text not null check (length(file_name) <= 200),
    -- The pattern of the catalogue it came from, null for an upload.
    pattern text,
    state text not null check (state in ('RECEIVED', 'CHECKING', 'REJECTED', 'ACCEPTED')),
    version integer not null default 0,
    tries integer not null default 0 check (tries between 0 and 3),
    lease_until timestamptz,
    -- Size of what is drawn and its colours as #rrggbb with commas, known once accepted.
    width_mm double precision,
    height_mm double precision,
    colours text not null default '',
    rejection_code text,
    rejection text,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    check (state <> 'REJECTED' or rejection is not null),
    check (state <> 'ACCEPTED' or (width_mm > 0 and height_mm > 0))
);
create index artwork_of_account on artwork (account_id, created_at desc);
create index artwork_to_check on artwork (created_at) where state in ('RECEIVED', 'CHECKING');

-- Immutable: a correction is a new design. The name is the SHA-256 of the canonical bytes.
create table design (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    name text not null,
    canonical bytea not null,
    created_at timestamptz not null default now()
);
create function design_is_immutable() returns trigger language plpgsql as $$
begin
    raise exception 'A design is never changed or removed: a correction is a new design';
end $$;
create trigger design_is_immutable before update or delete on design
    for each row execute function design_is_immutable();

-- One request to make stitches of a drawing, and what came of it.
create table proof (
    id uuid primary key,
    account_id uuid not null references account,
    artwork_id uuid not null references artwork,
    title text not null check (length(title) between 1 and 120),
    width_mm double precision not null check (width_mm > 0 and width_mm <= 2000),
    fabric text not null,
    palette text not null,
    hoop text not null,
    state text not null check (state in ('DIGITIZING', 'DIGITIZE_FAILED', 'PROOF_READY', 'PROOF_APPROVED')),
    version integer not null default 0,
    tries integer not null default 0 check (tries between 0 and 3),
    lease_until timestamptz,
    design_sha256 text references design,
    failure_code text,
    failure text,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    check (state not in ('PROOF_READY', 'PROOF_APPROVED') or design_sha256 is not null),
    check (state <> 'DIGITIZE_FAILED' or failure is not null)
);
create index proof_of_account on proof (account_id, created_at desc);
create index proof_to_do on proof (created_at) where state = 'DIGITIZING';
create index proof_of_design on proof (design_sha256);

-- The catalogue's patterns as they are shown: made once for each drawing and version of the service.
create table pattern_design (
    slug text not null,
    source_sha256 text not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
    made_by text not null,
    design_sha256 text not null references design,
    primary key (slug, source_sha256, made_by)
);
