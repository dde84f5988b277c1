alter table purchasing.supplier_payment rename column invoice_number to invoice;

alter table purchasing.supplier_payment
  add column version bigint not null default 1,
  add column status text not null default 'posted'
    check (status in ('posted', 'reversed', 'reversing')),
  add column supplier text,
  add column supplier_name text,
  add column currency text,
  add column reverses text,
  add column reversed_by text,
  add column reason text;

update purchasing.supplier_payment p
set supplier = i.supplier, supplier_name = i.supplier_name, currency = i.currency
from purchasing.supplier_invoice i where i.company = p.company and i.number = p.invoice;

alter table purchasing.supplier_payment
  alter column supplier set not null,
  alter column supplier_name set not null,
  alter column currency set not null,
  drop constraint supplier_payment_amount_check,
  add check (amount <> 0 and (amount < 0) = (reverses is not null)),
  add foreign key (company, reverses) references purchasing.supplier_payment,
  add foreign key (company, reversed_by) references purchasing.supplier_payment,
  add constraint reversed_by_one check ((status = 'reversed') = (reversed_by is not null)),
  add constraint reverses_one
    check ((status = 'reversing') = (reverses is not null) and (reverses is null or reason <> ''));

create unique index payment_reversed_once on purchasing.supplier_payment(company, reverses);
create index payment_by_invoice on purchasing.supplier_payment(company, invoice);
create index payment_by_date
  on purchasing.supplier_payment(company, payment_date desc, number desc);
create index payment_by_supplier on purchasing.supplier_payment(company, supplier);
