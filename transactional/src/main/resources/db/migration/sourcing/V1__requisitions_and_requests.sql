create table sourcing.requisition(
  company text not null,
  number text not null,
  requested_on date not null,
  requested_by text not null,
  status text not null,
  location text,
  note text,
  request text,
  closed_on date,
  reason text,
  version bigint not null,
  primary key (company, number));
create index requisition_by_request on sourcing.requisition(company, request)
  where request is not null;

create table sourcing.requisition_line(
  company text not null,
  number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric not null check (quantity > 0),
  wanted_date date not null,
  order_number text,
  primary key (company, number, line),
  foreign key (company, number) references sourcing.requisition(company, number));
create index requisition_line_by_item on sourcing.requisition_line(company, item);

create table sourcing.request_for_quotation(
  company text not null,
  number text not null,
  issued_on date not null,
  answer_by date not null,
  currency text not null,
  status text not null,
  requisition text,
  note text,
  closed_on date,
  reason text,
  version bigint not null,
  primary key (company, number),
  check ((status = 'open') = (closed_on is null)));
create index request_by_requisition on sourcing.request_for_quotation(company, requisition)
  where requisition is not null;

create table sourcing.request_line(
  company text not null,
  number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric not null check (quantity > 0),
  wanted_date date not null,
  requisition_line int,
  awarded_to text,
  order_number text,
  primary key (company, number, line),
  foreign key (company, number) references sourcing.request_for_quotation(company, number),
  check ((awarded_to is null) = (order_number is null)));
create index request_line_by_item on sourcing.request_line(company, item);

create table sourcing.request_supplier(
  company text not null,
  number text not null,
  line int not null,
  supplier text not null,
  supplier_name text not null,
  answer_answered_on date,
  answer_valid_until date,
  answer_currency text,
  answer_rate text,
  primary key (company, number, line),
  unique (company, number, supplier),
  foreign key (company, number) references sourcing.request_for_quotation(company, number));

-- One offer of a supplier for a line; the price is in the currency of the company and as offered.
create table sourcing.request_offer(
  company text not null,
  number text not null,
  line int not null,
  request_line int not null,
  supplier text not null,
  unit_price numeric not null check (unit_price >= 0),
  offered_price numeric not null check (offered_price >= 0),
  lead_time_days int not null check (lead_time_days >= 0),
  minimum_quantity numeric check (minimum_quantity > 0),
  primary key (company, number, line),
  unique (company, number, request_line, supplier),
  foreign key (company, number, request_line)
    references sourcing.request_line(company, number, line));
