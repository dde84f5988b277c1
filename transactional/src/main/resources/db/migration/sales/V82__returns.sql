create table sales.goods_return(
  company text not null,
  number text not null,
  status text not null check (status in ('asked', 'authorised', 'received', 'inspected', 'settled',
    'denied', 'cancelled', 'reversed')),
  customer text not null,
  customer_name text not null,
  customer_country text not null,
  customer_walk_in boolean not null,
  invoice text not null,
  asked_on date not null,
  received_on date,
  settled_on date,
  reason text not null,
  decision text,
  location text not null,
  credit_note text,
  replacement_note text,
  version bigint not null,
  primary key (company, number),
  foreign key (company, invoice) references sales.invoice(company, number));

create index goods_return_by_invoice on sales.goods_return(company, invoice);

create table sales.goods_return_line(
  company text not null,
  return_number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  item_kind text not null,
  quantity numeric(18, 4) not null check (quantity > 0),
  received_quantity numeric(18, 4) not null check (received_quantity between 0 and quantity),
  outcome text check (outcome in ('restock', 'scrap')),
  compensation text check (compensation in ('credit', 'replacement')),
  primary key (company, return_number, line),
  foreign key (company, return_number) references sales.goods_return(company, number));
