-- Which documents need approval, from which amount or discount on.
create table approval.policy(
  company text not null,
  code text not null,
  version bigint not null,
  name text not null,
  document_type text not null,
  from_amount numeric(18, 2),
  from_discount_percent numeric(9, 6),
  deadline_days int not null check (deadline_days >= 0),
  active boolean not null,
  currency text not null,
  primary key (company, code),
  check (from_amount is not null or from_discount_percent is not null));
create index policy_alike on approval.policy(company, lower(code));
-- Each document of a kind that can be held asks for these.
create index policy_of_documents on approval.policy(company, document_type);

create table approval.policy_level(
  company text not null,
  code text not null,
  line int not null,
  role text not null,
  primary key (company, code, line),
  foreign key (company, code) references approval.policy);

create table approval.delegation(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('active', 'ended')),
  from_user text not null,
  to_user text not null check (to_user <> from_user),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  note text,
  primary key (company, number));

-- A command that waits, as it came in, with the seal over it and what it would answer.
create table approval.request(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null
    check (status in ('waiting', 'approved', 'rejected', 'withdrawn', 'failed')),
  policy text not null,
  document_type text not null,
  amount numeric(18, 2) not null,
  currency text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  due_date date not null,
  waiting_for text check ((status = 'waiting') = (waiting_for is not null)),
  command_method text not null,
  command_path text not null,
  command_expected text,
  command_body text not null,
  seal text not null,
  result_answer text,
  result_document text,
  result_problem text,
  primary key (company, number));
create index request_waiting on approval.request(company, waiting_for)
  where status = 'waiting';

create table approval.request_step(
  company text not null,
  number text not null,
  line int not null,
  step int not null,
  role text not null,
  decision text not null check (decision in ('waiting', 'approved', 'rejected')),
  decided_by text,
  on_behalf_of text,
  decided_at timestamptz,
  note text,
  primary key (company, number, line),
  foreign key (company, number) references approval.request);
