create table machine (
    id               uuid        primary key,
    name             text        not null unique check (length(name) between 1 and 60),
    uri              text        not null check (length(uri) between 1 and 300),
    driver           text        not null,
    settings         text        not null default '{}',
    hoop_name        text        not null,
    hoop_width_mm    double precision not null check (hoop_width_mm > 0),
    hoop_height_mm   double precision not null check (hoop_height_mm > 0),
    heads            integer     not null default 1 check (heads between 1 and 120),
    needles          integer     not null check (needles between 1 and 60),
    needle_threads   text        not null default '[]',
    stitches_per_minute integer  not null default 800 check (stitches_per_minute between 50 and 3000),
    in_service       boolean     not null default true,
    version          integer     not null default 0,
    -- Who holds the line. The fence rises by one with every change of owner and is never used again.
    owner_node       text,
    fence            bigint      not null default 0,
    lease_until      timestamptz,
    last_seen        timestamptz,
    created_at       timestamptz not null default now(),
    changed_at       timestamptz not null default now()
);
