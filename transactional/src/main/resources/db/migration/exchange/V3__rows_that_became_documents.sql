create table exchange.rows_taken(
  company text not null,
  kind text not null,
  content bytea not null,
  primary key (company, kind, content));
