-- Words that people give documents of any kind to find them by.
create table document.tag(
  company text not null,
  kind text not null,
  number text not null,
  tag text not null,
  primary key (company, kind, number, tag));
create index tag_of_kind on document.tag(company, kind, tag);
