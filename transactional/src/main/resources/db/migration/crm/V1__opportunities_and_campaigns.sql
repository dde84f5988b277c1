create sequence crm.opportunity_number;

create table crm.opportunity(
  company text not null,
  number text not null,
  customer text not null,
  customer_name text not null,
  customer_country text not null,
  currency text not null,
  opened_at timestamptz not null,
  subject text not null,
  owner text not null,
  stage text not null,
  stage_since timestamptz not null,
  expected_close_date date not null,
  outcome text not null,
  location text,
  lost_reason text,
  order_number text,
  closed_at timestamptz,
  version bigint not null,
  primary key (company, number),
  check ((outcome = 'open') = (closed_at is null)));
create index on crm.opportunity(company, outcome, expected_close_date);

create table crm.opportunity_line(
  company text not null,
  number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric not null check (quantity > 0),
  unit_price numeric not null check (unit_price >= 0),
  primary key (company, number, line),
  foreign key (company, number) references crm.opportunity(company, number));

create table crm.opportunity_stage(
  company text not null,
  number text not null,
  entry int not null,
  stage text not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  note text,
  primary key (company, number, entry),
  foreign key (company, number) references crm.opportunity(company, number));

create table crm.campaign(
  company text not null,
  code text not null,
  name text not null,
  status text not null,
  starts_on date not null,
  ends_on date not null,
  budget numeric,
  currency text not null,
  items text[] not null,
  version bigint not null,
  primary key (company, code),
  check (ends_on >= starts_on));
