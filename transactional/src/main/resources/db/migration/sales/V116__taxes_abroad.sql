-- What a document in another currency says of each tax, and of what was prepaid.
alter table sales.invoice_tax
  add column foreign_base numeric(20, 4),
  add column foreign_amount numeric(20, 4);
alter table sales.invoice_prepaid
  add column foreign_base numeric(20, 4),
  add column foreign_amount numeric(20, 4);
update sales.invoice_tax t set foreign_base = l.base, foreign_amount = l.amount
from (
  select i.company, i.number, l.tax_code, sum(l.foreign_net_amount) as base,
    coalesce(sum(l.foreign_tax_amount), 0) as amount
  from sales.invoice i join sales.invoice_line l using (company, number)
  where i.foreign_currency is not null and l.tax_code is not null
  group by i.company, i.number, l.tax_code) l
where t.company = l.company and t.number = l.number and t.code = l.tax_code;
