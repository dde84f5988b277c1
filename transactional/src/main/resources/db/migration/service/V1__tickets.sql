create sequence service.ticket_number;

create table service.ticket(
  company text not null,
  number text not null,
  customer text not null,
  customer_name text not null,
  customer_country text not null,
  subject text not null,
  item text,
  status text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  resolution text,
  currency text not null,
  version bigint not null,
  primary key (company, number));
create index on service.ticket(company, status, opened_at);

create table service.part(
  company text not null,
  ticket_number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric not null check (quantity > 0),
  cost numeric not null,
  primary key (company, ticket_number, line),
  foreign key (company, ticket_number) references service.ticket(company, number));
