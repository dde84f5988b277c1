create table access.app_user (
  name text primary key,
  password_hash text not null,
  roles text[] not null,
  active boolean not null default true,
  version bigint not null default 1,
  changed_at timestamptz not null default clock_timestamp()
);
