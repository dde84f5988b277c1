alter table item.item drop constraint item_kind_check;
alter table item.item
  add constraint item_kind_check check (kind in ('stocked', 'service', 'expense')),
  add column status text not null default 'active'
    check (status in ('development', 'active', 'discontinued')),
  add column revision text,
  add column tracking text not null default 'none' check (tracking in ('none', 'lot', 'serial')),
  add column expires boolean not null default false,
  add column purchase_unit text,
  add column sales_unit text;

-- So many of the unit (per, 1 where absent) are so many (factor) of the item's own.
create table item.unit (
  company text not null,
  item text not null,
  line int not null,
  unit text not null,
  factor numeric(19, 9) not null check (factor > 0),
  per numeric(19, 9) check (per > 0),
  primary key (company, item, line),
  foreign key (company, item) references item.item (company, code)
);

create table item.barcode (
  company text not null,
  item text not null,
  line int not null,
  gtin text not null check (gtin ~ '^([0-9]{8}|[0-9]{12,14})$'),
  unit text,
  primary key (company, item, line),
  foreign key (company, item) references item.item (company, code)
);

create index barcode_by_gtin on item.barcode (company, gtin);
