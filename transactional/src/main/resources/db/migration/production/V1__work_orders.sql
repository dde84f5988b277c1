create sequence production.order_number;
create sequence production.consumption_number;
create sequence production.completion_number;

create table production.work_order(
  company text not null,
  number text not null,
  item text not null,
  item_name text not null,
  quantity numeric not null check (quantity > 0),
  completed_quantity numeric not null check (completed_quantity between 0 and quantity),
  status text not null,
  released_on date not null,
  due_date date not null,
  planned_start date,
  currency text not null,
  material_cost numeric not null,
  completed_cost numeric not null,
  demand_type text,
  demand_number text,
  version bigint not null,
  primary key (company, number));
create index on production.work_order(company, status, due_date);

create table production.material(
  company text not null,
  order_number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric not null check (quantity > 0),
  consumed_quantity numeric not null check (consumed_quantity >= 0),
  primary key (company, order_number, line),
  foreign key (company, order_number) references production.work_order(company, number));
