create table stock.transfer(
  company text not null,
  number text not null,
  status text not null check (status in (
    'draft', 'posted', 'reversed', 'reversing', 'cancelled')),
  from_location text not null,
  to_location text not null,
  drafted_at timestamptz not null,
  posted_at timestamptz,
  note text,
  reverses text,
  reversed_by text,
  version bigint not null,
  primary key (company, number),
  check (from_location <> to_location));

create table stock.transfer_line(
  company text not null,
  transfer_number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric(18, 4) not null check (quantity > 0),
  primary key (company, transfer_number, line),
  foreign key (company, transfer_number) references stock.transfer(company, number));

create table stock.count(
  company text not null,
  number text not null,
  status text not null check (status in (
    'draft', 'posted', 'reversed', 'reversing', 'cancelled')),
  location text not null,
  drafted_at timestamptz not null,
  posted_at timestamptz,
  note text,
  reverses text,
  reversed_by text,
  difference_value numeric(18, 4) not null,
  currency text not null,
  version bigint not null,
  primary key (company, number));

create table stock.count_line(
  company text not null,
  count_number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  booked_quantity numeric(18, 4) not null,
  counted_quantity numeric(18, 4),
  difference_quantity numeric(18, 4) not null,
  unit_cost numeric(24, 6),
  value numeric(18, 4),
  primary key (company, count_number, line),
  foreign key (company, count_number) references stock.count(company, number));
