create table paper.fapiao(
  company text not null,
  number text not null,
  status text not null,
  fapiao_number text not null,
  issue_date date not null,
  seller_name text not null,
  seller_credit_code text not null,
  buyer_name text not null,
  buyer_credit_code text not null,
  currency text not null,
  net_amount numeric(18, 2) not null,
  tax_amount numeric(18, 2) not null,
  gross_amount numeric(18, 2) not null,
  original text,
  red_by text,
  bill text,
  note text,
  version bigint not null,
  primary key (company, number));
-- A fapiao is recorded once, and a bill has one.
create unique index fapiao_number on paper.fapiao(company, fapiao_number);
create unique index fapiao_bill on paper.fapiao(company, bill) where status = 'matched';
