-- Names that are alike are found by their trigrams.
create index party_name_alike on party.party using gin (lower(name) document.gin_trgm_ops);

-- Two parties that are one: which takes the place of which, and what it takes over.
create table party.merge (
  company text not null,
  number text not null,
  party text not null,
  party_name text not null,
  other text not null,
  other_name text not null,
  status text not null check (status in ('proposed', 'merged', 'unmerged', 'rejected')),
  day date not null,
  version bigint not null default 1,
  primary key (company, number),
  foreign key (company, party) references party.party (company, code),
  foreign key (company, other) references party.party (company, code)
);

create index merge_by_party on party.merge (company, party, other);

create table party.merge_take (
  company text not null,
  number text not null,
  line int not null,
  field text not null,
  value text not null,
  primary key (company, number, line),
  foreign key (company, number) references party.merge (company, number)
);
