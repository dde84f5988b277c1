-- Whoever was added at the first login by OpenID Connect has the roles that the issuer's claims give
-- at each login; who was added here has those given here.
alter table access.app_user add column from_issuer boolean not null default false;

-- A token of the issuer opens one session; it is remembered until it has expired.
create table access.used_id_token (
  digest bytea primary key,
  expires_at timestamptz not null
);
