-- Who is told of the events of a company: where, of which types, up to where that is done, and when
-- it is tried again.
create table exchange.webhook(
  company text not null,
  id uuid not null,
  url text not null,
  types text[] not null,
  secret text not null,
  state text not null check (state in ('active', 'paused', 'disabled')),
  transaction text not null,
  place bigint not null,
  failures int not null default 0,
  failing_since timestamptz,
  next_attempt_at timestamptz,
  last_error text,
  created_by text not null,
  created_at timestamptz not null,
  primary key (company, id));
create index webhook_due on exchange.webhook(next_attempt_at) where state = 'active';

-- What was sent and what came back.
create table exchange.webhook_delivery(
  position bigint generated always as identity primary key,
  company text not null,
  webhook uuid not null,
  event_position text not null,
  event_id uuid not null,
  type text not null,
  status int,
  error text,
  milliseconds int not null,
  sent_at timestamptz not null,
  foreign key (company, webhook) references exchange.webhook on delete cascade);
create index webhook_delivery_of on exchange.webhook_delivery(company, webhook, position desc);
