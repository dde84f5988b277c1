-- A role is given for one company, or for all of them ('*').
create table access.user_grant (
  user_name text not null references access.app_user (name),
  company text not null,
  role text not null,
  primary key (user_name, company, role)
);

insert into access.user_grant (user_name, company, role)
select distinct name, '*', unnest(roles) from access.app_user;

alter table access.app_user drop column roles;
alter table access.app_user add column must_change_password boolean not null default false;

-- Sessions and API keys. Only a digest is stored: who reads this table cannot come in with it.
create table access.token (
  digest bytea primary key,
  id uuid not null unique,
  user_name text not null references access.app_user (name),
  kind text not null check (kind in ('session', 'api-key')),
  label text not null,
  scopes text[],
  opened_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);

create index token_of_user on access.token (user_name);
