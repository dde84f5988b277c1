create table dimension.dimension (
  company text not null,
  code text not null,
  name text not null,
  version bigint not null default 1,
  primary key (company, code)
);

create index dimension_alike on dimension.dimension (company, lower(code));

create table dimension.dimension_value (
  company text not null,
  dimension text not null,
  line int not null,
  value text not null,
  label text not null,
  valid_to date,
  primary key (company, dimension, line),
  foreign key (company, dimension) references dimension.dimension (company, code),
  unique (company, dimension, value) deferrable initially deferred
);

create index dimension_value_named on dimension.dimension_value (company, value);

-- Accounts from one to another by code, both included, whose lines need a value.
create table dimension.required_account (
  company text not null,
  dimension text not null,
  line int not null,
  from_account text not null,
  to_account text check (to_account >= from_account),
  primary key (company, dimension, line),
  foreign key (company, dimension) references dimension.dimension (company, code)
);

-- What counts where a line names no value.
create table dimension.usual_value (
  company text not null,
  dimension text not null,
  line int not null,
  item_group text,
  party text,
  value text not null,
  primary key (company, dimension, line),
  foreign key (company, dimension) references dimension.dimension (company, code)
);
