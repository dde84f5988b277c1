create table budget.budget (
  company text not null,
  code text not null,
  name text not null,
  control text not null check (control in ('none', 'warn', 'hold')),
  span text not null check (span in ('month', 'to-date', 'year')),
  active boolean not null,
  currency text not null,
  version bigint not null default 1,
  primary key (company, code)
);

create index budget_alike on budget.budget (company, lower(code));

create table budget.budget_line (
  company text not null,
  budget text not null,
  line int not null,
  account text not null,
  cost_centre text,
  month date not null check (month = date_trunc('month', month)),
  amount numeric(18, 2) not null,
  primary key (company, budget, line),
  foreign key (company, budget) references budget.budget (company, code)
);

create index budget_line_by_account on budget.budget_line (company, account);
