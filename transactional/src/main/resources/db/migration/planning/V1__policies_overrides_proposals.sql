create table planning.item_policy(
  company text not null,
  item text not null,
  source text not null,
  lead_days int not null,
  lead_deviation_days numeric not null,
  lot_rule text not null,
  lot_quantity numeric,
  lot_multiple numeric,
  lot_periods int,
  ordering_cost numeric,
  holding_rate numeric,
  service_level numeric,
  safety_quantity numeric,
  supplier text,
  unit_price numeric,
  currency text not null,
  version bigint not null,
  primary key (company, item));

create table planning.work_centre(
  company text not null,
  code text not null,
  name text not null,
  hours_per_day numeric not null check (hours_per_day > 0),
  days_per_week int not null check (days_per_week between 1 and 7),
  version bigint not null,
  primary key (company, code));

create table planning.routing(
  company text not null,
  item text not null,
  version bigint not null,
  primary key (company, item));

create table planning.operation(
  company text not null,
  item text not null,
  operation int not null,
  work_centre text not null,
  setup_hours numeric not null check (setup_hours >= 0),
  hours_per_unit numeric not null check (hours_per_unit >= 0),
  primary key (company, item, operation),
  foreign key (company, item) references planning.routing(company, item),
  foreign key (company, work_centre) references planning.work_centre(company, code));

create table planning.forecast_override(
  company text not null,
  item text not null,
  location text not null,
  period date not null,
  quantity numeric not null check (quantity >= 0),
  note text not null,
  author text not null,
  overridden_at timestamptz not null,
  is_withdrawn boolean not null,
  version bigint not null,
  primary key (company, item, location, period));

create table planning.plan(
  company text not null,
  plan_version text not null,
  as_of date not null,
  taken_at timestamptz not null,
  made int not null,
  changed int not null,
  withdrawn int not null,
  unchanged int not null,
  decided int not null,
  primary key (company, plan_version));
create index on planning.plan(company, as_of desc, taken_at desc);

create table planning.proposal(
  company text not null,
  proposal text not null,
  plan_version text not null,
  as_of date not null,
  item text not null,
  source text not null,
  quantity numeric not null check (quantity > 0),
  orders int not null check (orders > 0),
  start_date date not null,
  due_date date not null,
  needed_date date not null,
  pegs jsonb not null,
  state text not null,
  decided_by text,
  decided_at timestamptz,
  note text,
  approved_quantity numeric,
  document_type text,
  document_number text,
  version bigint not null,
  primary key (company, proposal),
  check ((state = 'approved') = (document_number is not null)));
create index on planning.proposal(company, state, due_date, proposal);
create unique index on planning.proposal(company, document_type, document_number)
  where document_number is not null;
