-- What an open document will still move of an item: expected in (+) or wanted out (-). What is
-- reserved follows from this and the balance; it is not kept.
create table stock.claim (
  turn bigint generated always as identity,
  company text not null,
  document_domain text not null,
  document_type text not null,
  document_number text not null,
  item text not null,
  location text not null,
  quantity numeric(18, 4) not null,
  version bigint not null default 0,
  primary key (company, document_number, item, document_type, document_domain)
);

create index claim_by_item on stock.claim (company, item, turn) where quantity <> 0;
