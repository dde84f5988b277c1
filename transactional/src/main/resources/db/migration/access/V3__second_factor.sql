-- The secret is encrypted with a key that lies among the secrets of the home, not in the database.
-- A code of an interval not after last_interval is not taken any more.
create table access.second_factor (
  user_name text primary key references access.app_user (name),
  secret bytea not null,
  confirmed_at timestamptz,
  last_interval bigint not null default 0
);

create table access.recovery_code (
  user_name text not null references access.second_factor (user_name) on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  primary key (user_name, digest)
);
