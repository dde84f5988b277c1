-- All documents are stored by the kernel: a record inside has its name before its columns, and
-- the numbers of every kind are counted in one place.
alter table sales.quotation rename column walk_in to customer_walk_in;
alter table sales.sales_order rename column walk_in to customer_walk_in;
alter table sales.invoice rename column walk_in to customer_walk_in;

alter table sales.invoice add column open_amount numeric(18, 2);
update sales.invoice set open_amount = net_amount - paid_amount;
alter table sales.invoice
  alter column open_amount set not null,
  add constraint open_is_unpaid check (open_amount = net_amount - paid_amount);

insert into document.last_number(company, kind, year, number)
select company,
  case series
    when 'QUOTATION' then 'sales/quotation'
    when 'ORDER' then 'sales/order'
    when 'DELIVERY' then 'sales/delivery'
    when 'INVOICE' then 'sales/invoice'
    when 'CREDIT_NOTE' then 'sales/credit-note'
    when 'PAYMENT' then 'sales/payment'
  end, 0, number
from sales.last_number
on conflict (company, kind, year) do update set number = excluded.number;
drop table sales.last_number;

create index quotation_by_customer on sales.quotation(company, customer);
create index order_by_customer on sales.sales_order(company, customer);
create index order_by_date on sales.sales_order(company, order_date desc, number desc);
create index order_open on sales.sales_order(company, number) where status in ('open', 'delivered');
create index invoice_by_customer on sales.invoice(company, customer);
