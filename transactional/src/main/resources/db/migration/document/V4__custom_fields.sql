-- Fields that a company adds to a kind of document; their values stand in the column custom of the table of the kind.
create table document.custom_field (
  position bigint generated always as identity,
  company text not null,
  kind text not null,
  name text not null,
  declared jsonb not null,
  primary key (company, kind, name)
);
