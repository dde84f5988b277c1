-- Which bills pay for the goods of which receipts; rows are never changed. Without a receipt the
-- goods were billed before they came, without an invoice nobody will bill them.
create table purchasing.receipt_match(
  sequence bigint generated always as identity,
  company text not null,
  order_number text not null,
  line int not null,
  receipt text,
  invoice text,
  returned text,
  matched_on date not null,
  quantity numeric(18, 4) not null,
  amount numeric(18, 4) not null,
  cost numeric(18, 4) not null,
  currency text not null,
  primary key (company, sequence),
  foreign key (company, order_number) references purchasing.purchase_order(company, number),
  check (receipt is not null or invoice is not null));
create index receipt_match_by_order on purchasing.receipt_match(company, order_number);

-- Bills of before paid for the oldest goods of their order, each for so many as it says.
with came as (
  select r.company, r.order_number, l.line, r.number, r.receipt_date,
    l.quantity + coalesce((select sum(b.quantity) from purchasing.receipt br
      join purchasing.receipt_line b on b.company = br.company and b.receipt_number = br.number
      where br.company = r.company and br.returns = r.number and b.line = l.line), 0) as quantity,
    l.amount + coalesce((select sum(b.amount) from purchasing.receipt br
      join purchasing.receipt_line b on b.company = br.company and b.receipt_number = br.number
      where br.company = r.company and br.returns = r.number and b.line = l.line), 0) as amount
  from purchasing.receipt r
  join purchasing.receipt_line l on l.company = r.company and l.receipt_number = r.number
  where r.returns is null),
goods as (
  select *, sum(quantity) over (partition by company, order_number, line
    order by receipt_date, number) as until from came where quantity > 0),
bills as (
  select i.company, i.order_number, l.line, i.number, i.invoice_date, i.currency,
    l.quantity, l.net_amount, sum(l.quantity) over (partition by i.company, i.order_number, l.line
      order by i.invoice_date, i.number) as until
  from purchasing.supplier_invoice i
  join purchasing.supplier_invoice_line l on l.company = i.company and l.invoice_number = i.number),
paid as (
  select g.company, g.order_number, g.line, g.number as receipt, b.number as invoice,
    greatest(g.receipt_date, b.invoice_date) as matched_on, b.currency,
    greatest(g.until - g.quantity, b.until - b.quantity) as since, least(g.until, b.until) as until,
    g.until - g.quantity as goods_since, g.quantity as goods_quantity, g.amount as goods_amount,
    b.until - b.quantity as bill_since, b.quantity as bill_quantity, b.net_amount
  from goods g
  join bills b on b.company = g.company and b.order_number = g.order_number and b.line = g.line
    and b.until > g.until - g.quantity and b.until - b.quantity < g.until)
insert into purchasing.receipt_match(company, order_number, line, receipt, invoice, matched_on,
  quantity, amount, cost, currency)
select company, order_number, line, receipt, invoice, matched_on, until - since,
  round(goods_amount * (until - goods_since) / goods_quantity, 2)
    - round(goods_amount * (since - goods_since) / goods_quantity, 2),
  round(net_amount * (until - bill_since) / bill_quantity, 2)
    - round(net_amount * (since - bill_since) / bill_quantity, 2),
  currency
from paid order by company, invoice, line, receipt;

-- More may come than was ordered, and may be billed before it comes.
do $$
declare
  old record;
begin
  for old in select conname from pg_constraint
    where contype = 'c' and conrelid = 'purchasing.order_line'::regclass
      and (pg_get_constraintdef(oid) like '%received_quantity%'
        or pg_get_constraintdef(oid) like '%invoiced_quantity%')
  loop
    execute format('alter table purchasing.order_line drop constraint %I', old.conname);
  end loop;
end $$;
alter table purchasing.order_line
  add constraint received_is_not_negative check (received_quantity >= 0),
  add constraint invoiced_is_not_negative check (invoiced_quantity >= 0);

-- A bill is taken back by another one of the negative amounts, which settles both.
alter table purchasing.supplier_invoice
  add column reverses text,
  add column reversed_by text,
  add column reason text,
  add column not_received_amount numeric(18, 2),
  add foreign key (company, reverses) references purchasing.supplier_invoice(company, number),
  add foreign key (company, reversed_by) references purchasing.supplier_invoice(company, number),
  add constraint reverses_with_reason check (reverses is null or reason <> ''),
  drop constraint paid_is_owed,
  add constraint paid_is_owed check (
    case when coalesce(tax_gross, net_amount) < 0
      then paid_amount between coalesce(tax_gross, net_amount) and 0
      else paid_amount between 0 and coalesce(tax_gross, net_amount) end);
create unique index supplier_invoice_reversed_once
  on purchasing.supplier_invoice(company, reverses);
-- A paper may be entered again after its bill was taken back.
do $$
declare
  old record;
begin
  for old in select indexname from pg_indexes
    where schemaname = 'purchasing' and tablename = 'supplier_invoice'
      and indexdef like 'CREATE UNIQUE%supplier_reference%'
  loop
    execute format('drop index purchasing.%I', old.indexname);
  end loop;
end $$;
create unique index supplier_invoice_by_reference
  on purchasing.supplier_invoice(company, supplier, supplier_reference)
  where reverses is null and reversed_by is null;
