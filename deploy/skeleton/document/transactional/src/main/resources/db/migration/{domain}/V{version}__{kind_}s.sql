create table {domain}.{kind_}(
  company text not null,
  number text not null,
  day date not null,
  subject text not null,
  status text not null,
  version bigint not null,
  primary key (company, number));
create index on {domain}.{kind_}(company, day);

create table {domain}.{kind_}_line(
  company text not null,
  {kind_} text not null,
  line int not null,
  item text not null,
  quantity numeric not null,
  primary key (company, {kind_}, line),
  foreign key (company, {kind_}) references {domain}.{kind_}(company, number));
