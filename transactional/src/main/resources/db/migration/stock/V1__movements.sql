create table stock.location (
  company text not null,
  code text not null,
  name text not null,
  primary key (company, code)
);

create sequence stock.move_number;

-- Never updated: a line with quantity 0 corrects the value of the line it names.
create table stock.movement (
  sequence bigint generated always as identity,
  company text not null,
  number text not null,
  line int not null,
  reason text not null,
  document_domain text not null,
  document_type text not null,
  document_number text not null,
  occurred_at timestamptz not null,
  item text not null,
  location text not null,
  quantity numeric(18, 4) not null,
  given_cost numeric(24, 6),
  unit_cost numeric(24, 6) not null,
  value_amount numeric(18, 4) not null,
  corrects_number text,
  corrects_line int,
  covering boolean not null default false,
  primary key (company, number, line)
);

create index movement_by_item on stock.movement (company, item, occurred_at, sequence);

-- The sum of the movements of an item, so that the next one is valued without reading them all.
create table stock.valuation (
  company text not null,
  item text not null,
  on_hand numeric(18, 4) not null default 0,
  value_amount numeric(18, 4) not null default 0,
  average_cost numeric(24, 6) not null default 0,
  last_occurred_at timestamptz,
  costed boolean not null default false,
  primary key (company, item)
);

-- The sum of the movements of an item at a location.
create table stock.balance (
  company text not null,
  item text not null,
  location text not null,
  on_hand numeric(18, 4) not null,
  primary key (company, item, location)
);
