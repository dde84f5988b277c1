-- What is known of a party beyond its name; all of it may lack.
alter table party.party
  add column legal_name text,
  add column language text check (language in ('zh', 'en')),
  add column customer_group text,
  add column phone text,
  add column email text,
  add column web_site text,
  add column payment_reference text,
  add column terms_days int check (terms_days between 0 and 3650),
  add column terms_due_from text check (terms_due_from in ('invoice-date', 'end-of-month')),
  add column terms_discount_days int check (terms_discount_days between 0 and 3650),
  add column terms_discount_percent numeric(7, 4)
    check (terms_discount_percent > 0 and terms_discount_percent < 100),
  add column credit_limit numeric(18, 2) check (credit_limit >= 0),
  add column merged_into text,
  add check ((terms_discount_days is null) = (terms_discount_percent is null)),
  add foreign key (company, merged_into) references party.party (company, code);

-- The company is one party at most.
create unique index party_is_company on party.party (company) where 'company' = any(roles);

create table party.address (
  company text not null,
  party text not null,
  line int not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  street text,
  additional_street text,
  address_line text,
  postal_code text,
  city text,
  province text,
  country text not null check (country ~ '^[A-Z]{2}$'),
  primary key (company, party, line),
  foreign key (company, party) references party.party (company, code)
);

create table party.contact (
  company text not null,
  party text not null,
  line int not null,
  name text not null,
  function text,
  phone text,
  email text,
  primary key (company, party, line),
  foreign key (company, party) references party.party (company, code)
);

create table party.tax_number (
  company text not null,
  party text not null,
  line int not null,
  kind text not null check (kind in ('eu-vat', 'social-credit-code', 'other')),
  number text not null,
  primary key (company, party, line),
  foreign key (company, party) references party.party (company, code)
);

create index tax_number_by_number on party.tax_number (company, number);

create table party.bank_account (
  company text not null,
  party text not null,
  line int not null,
  iban text,
  account_number text,
  bic text,
  bank text,
  holder text,
  currency text check (currency ~ '^[A-Z]{3}$'),
  primary key (company, party, line),
  foreign key (company, party) references party.party (company, code),
  check (num_nonnulls(iban, account_number) = 1)
);

create index bank_account_by_number
  on party.bank_account (company, coalesce(iban, account_number));
