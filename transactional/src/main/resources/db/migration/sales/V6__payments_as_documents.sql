alter table sales.payment
  add column version bigint not null default 1,
  add column status text not null default 'posted'
    check (status in ('posted', 'reversed', 'reversing')),
  add column customer text,
  add column customer_name text,
  add column reverses text,
  add column reversed_by text,
  add column reason text;

update sales.payment p set customer = i.customer, customer_name = i.customer_name
from sales.invoice i where i.company = p.company and i.number = p.invoice;

alter table sales.payment
  alter column customer set not null,
  alter column customer_name set not null,
  add foreign key (company, reverses) references sales.payment,
  add foreign key (company, reversed_by) references sales.payment,
  add constraint reversed_by_one check ((status = 'reversed') = (reversed_by is not null)),
  add constraint reverses_one
    check ((status = 'reversing') = (reverses is not null) and (reverses is null or reason <> ''));

create unique index payment_reversed_once on sales.payment(company, reverses);
create index payment_by_date on sales.payment(company, payment_date desc, number desc);
create index payment_by_customer on sales.payment(company, customer);
