-- Receipts hold what they show; the views that looked it up beside their orders are gone.
alter table purchasing.receipt
  add column version bigint not null default 1,
  add column supplier text,
  add column supplier_name text,
  add column supplier_country text,
  add column currency text,
  add column amount numeric;
alter table purchasing.receipt_line add column item_name text;

update purchasing.receipt r set supplier = v.supplier, supplier_name = v.supplier_name,
  supplier_country = v.supplier_country, currency = v.currency, amount = coalesce(v.amount, 0)
from purchasing.received v where v.company = r.company and v.number = r.number;
update purchasing.receipt_line l set item_name = v.item_name
from purchasing.received_line v
where v.company = l.company and v.receipt_number = l.receipt_number and v.line = l.line;

drop view purchasing.received_line;
drop view purchasing.received;
alter table purchasing.receipt
  alter column supplier set not null,
  alter column supplier_name set not null,
  alter column supplier_country set not null,
  alter column currency set not null,
  alter column amount set not null;
alter table purchasing.receipt_line alter column item_name set not null;

alter table purchasing.supplier_invoice add column open_amount numeric;
update purchasing.supplier_invoice set open_amount = net_amount - paid_amount;
alter table purchasing.supplier_invoice
  alter column open_amount set not null,
  add check (open_amount = net_amount - paid_amount);

create index order_by_date
  on purchasing.purchase_order(company, order_date desc, number desc);
create index invoice_by_date
  on purchasing.supplier_invoice(company, invoice_date desc, number desc);

-- Each company counts its own documents from here on.
insert into document.last_number(company, kind, year, number)
select company, kind, 0, max(substring(number from '[0-9]+$')::bigint)
from (
  select company, number, 'purchasing/purchase-order' as kind from purchasing.purchase_order
  union all select company, number, 'purchasing/receipt' from purchasing.receipt
  union all select company, number, 'purchasing/supplier-invoice'
    from purchasing.supplier_invoice
  union all select company, number, 'purchasing/supplier-payment'
    from purchasing.supplier_payment) documents
group by company, kind;
drop sequence purchasing.order_number;
drop sequence purchasing.receipt_number;
drop sequence purchasing.invoice_number;
drop sequence purchasing.payment_number;
