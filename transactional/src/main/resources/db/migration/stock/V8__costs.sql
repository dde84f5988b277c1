create table stock.cost_change(
  company text not null,
  number text not null,
  changed_at timestamptz not null,
  item text not null,
  item_name text not null,
  unit_cost numeric(24, 6) not null,
  added_value numeric(18, 4) not null,
  currency text not null,
  reason text not null,
  version bigint not null,
  primary key (company, number));

create table stock.landed_cost(
  company text not null,
  number text not null,
  status text not null check (status in ('posted', 'reversed', 'reversing')),
  landed_at timestamptz not null,
  shared_by text not null check (shared_by in ('value', 'quantity', 'weight')),
  amount numeric(18, 4) not null,
  currency text not null,
  supplier text,
  note text,
  reverses text,
  reversed_by text,
  version bigint not null,
  primary key (company, number));

create index landed_cost_by_reversed on stock.landed_cost(company, reverses)
  where reverses is not null;

create table stock.landed_cost_line(
  company text not null,
  landed_cost_number text not null,
  line int not null,
  receipt_kind text not null,
  receipt text not null,
  item text not null,
  quantity numeric(18, 4) not null,
  share_amount numeric(18, 4) not null,
  primary key (company, landed_cost_number, line),
  foreign key (company, landed_cost_number) references stock.landed_cost(company, number));

-- Receipts are found by their number.
create index movement_by_document on stock.movement (company, document_number);
