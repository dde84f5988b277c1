create table item.item (
  company text not null,
  code text not null,
  name text not null,
  unit text not null,
  kind text not null check (kind in ('stocked', 'service')),
  version bigint not null default 1,
  primary key (company, code)
);

-- The bill of material: what one unit of the item takes.
create table item.material (
  company text not null,
  item text not null,
  line int not null,
  material text not null,
  quantity numeric(18, 4) not null check (quantity > 0),
  primary key (company, item, line),
  foreign key (company, item) references item.item (company, code),
  foreign key (company, material) references item.item (company, code)
);
