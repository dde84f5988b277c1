create table item.item_group (
  company text not null,
  code text not null,
  name text not null,
  costing_method text not null check (costing_method in (
    'moving-average', 'fifo', 'standard', 'monthly-average')),
  costing_level text not null check (costing_level in ('item', 'warehouse', 'lot')),
  version bigint not null default 1,
  primary key (company, code)
);

create index item_group_alike on item.item_group (company, lower(code));

alter table item.item add column item_group text;
alter table item.item add foreign key (company, item_group) references item.item_group (company, code);
create index item_by_group on item.item (company, item_group) where item_group is not null;
