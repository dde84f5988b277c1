create table sales.shipment(
  company text not null,
  number text not null,
  status text not null check (status in ('packing', 'shipped', 'delivered', 'cancelled')),
  delivery text not null,
  order_number text not null,
  customer text not null,
  customer_name text not null,
  customer_country text not null,
  planned_on date,
  carrier text,
  tracking_number text,
  shipped_at timestamptz,
  last_place text,
  last_seen_at timestamptz,
  delivered_at timestamptz,
  received_by text,
  version bigint not null,
  primary key (company, number),
  foreign key (company, delivery) references sales.delivery(company, number),
  check ((status = 'delivered') = (delivered_at is not null and received_by is not null)));

-- No delivery is shipped twice.
create unique index shipment_of_delivery on sales.shipment(company, delivery)
  where status <> 'cancelled';

create index shipment_by_order on sales.shipment(company, order_number);

create index shipment_by_tracking on sales.shipment(company, tracking_number)
  where tracking_number is not null;

create table sales.shipment_package(
  company text not null,
  shipment_number text not null,
  line int not null,
  package_code text not null,
  item text not null,
  quantity numeric(18, 4) not null check (quantity > 0),
  weight_kg numeric(18, 4) check (weight_kg > 0),
  primary key (company, shipment_number, line),
  foreign key (company, shipment_number) references sales.shipment(company, number));

create table sales.shipment_scan(
  company text not null,
  shipment_number text not null,
  line int not null,
  scanned_at timestamptz not null,
  place text not null,
  event text not null,
  primary key (company, shipment_number, line),
  unique (company, shipment_number, scanned_at, place, event),
  foreign key (company, shipment_number) references sales.shipment(company, number));
