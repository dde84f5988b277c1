-- Copies the flows done over HTTP so far until there are so many order lines; each copy is half a
-- day older and under numbers of its own. Events and answers to commands are kept short: they
-- have to be there for their indexes.
set session_replication_role = replica
-- then
create function floor.moved(number text, k bigint) returns text language sql immutable as $$
  select split_part(number, '-', 1) || '-' || (split_part(number, '-', 2)::bigint + k * 10000000)
$$
-- then
create function floor.copied(target regclass, whose text, changed jsonb) returns void
language plpgsql as $$
declare
  copies bigint;
  names text;
  given text;
begin
  select greatest(1, :lines / count(*)) into copies
  from sales.order_line where number like 'SO-______';
  select string_agg(quote_ident(attname), ', ' order by attnum),
    string_agg(coalesce(changed->>attname::text, 't.' || quote_ident(attname)), ', '
      order by attnum)
  into names, given
  from pg_attribute
  where attrelid = target and attnum > 0 and not attisdropped and attidentity = '';
  execute format('insert into %s (%s) select %s from generate_series(1, %s) k,
    (select * from %s where %s offset 0) t', target, names, given, copies, target, whose);
end $$
-- then
select floor.copied('sales.sales_order', $$number like 'SO-%'$$, $${
  "number": "floor.moved(number, k)", "order_date": "order_date - (k / 2)::int"}$$)
-- then
select floor.copied('sales.delivery', $$number not like 'FL-%'$$, $${
  "number": "floor.moved(number, k)", "order_number": "floor.moved(order_number, k)",
  "delivery_date": "delivery_date - (k / 2)::int"}$$)
-- then
select floor.copied('sales.delivery_line', $$number not like 'FL-%'$$, $${
  "number": "floor.moved(number, k)"}$$)
-- then
select floor.copied('sales.invoice', $$number not like 'FL-%'$$, $${
  "number": "floor.moved(number, k)", "order_number": "floor.moved(order_number, k)",
  "source_number": "floor.moved(source_number, k)", "due_date": "due_date - (k / 2)::int",
  "invoice_date": "invoice_date - (k / 2)::int"}$$)
-- then
select floor.copied('sales.invoice_line', $$number not like 'FL-%'$$, $${
  "number": "floor.moved(number, k)"}$$)
-- then
select floor.copied('sales.payment', $$number not like 'FL-%'$$, $${
  "number": "floor.moved(number, k)", "invoice": "floor.moved(invoice, k)",
  "payment_date": "payment_date - (k / 2)::int"}$$)
-- then
select floor.copied('stock.movement', $$document_domain = 'sales' and number not like 'FL-%'$$, $${
  "number": "number || '-' || k", "document_number": "floor.moved(document_number, k)",
  "occurred_at": "occurred_at - k * interval '12 hours'"}$$)
-- then
select floor.copied('ledger.line', $$entry in (select number from ledger.entry
  where document_domain = 'sales' and rule <> 'floor')$$, $${"entry": "entry + k * 10000000"}$$)
-- then
select floor.copied('ledger.entry', $$document_domain = 'sales' and rule <> 'floor'$$, $${
  "number": "number + k * 10000000", "document_number": "document_number || '-' || k",
  "source_event_id": "gen_random_uuid()", "posting_date": "posting_date - (k / 2)::int"}$$)
-- then
select floor.copied('outbox.event', $$actor <> 'floor' and length(payload) < 20000$$, $${
  "event_id": "gen_random_uuid()", "aggregate_id": "aggregate_id || '-' || k", "payload": "'{}'",
  "occurred_at": "occurred_at - k * interval '12 hours'"}$$)
-- then
select floor.copied('web.command', $$path like '%/sales/%'$$, $${
  "key": "key || '-' || k", "answer": "null"}$$)
-- then
select floor.copied('sales.order_line', $$number like 'SO-______'$$, $${
  "number": "floor.moved(number, k)"}$$)
-- then
insert into stock.movement (company, number, line, reason, document_domain, document_type,
  document_number, occurred_at, item, location, quantity, given_cost, unit_cost, value_amount)
select v.company, 'GX-' || v.item, 1, 'opening', 'stock', 'movement', 'GX-' || v.item,
  timestamptz '2025-01-02 07:00:00Z', v.item, 'MAIN', v.on_hand - m.moved, v.average_cost,
  v.average_cost, v.value_amount - m.value
from stock.valuation v
join (select company, item, sum(quantity) as moved, sum(value_amount) as value
  from stock.movement group by 1, 2) m on m.company = v.company and m.item = v.item
where v.on_hand <> m.moved
-- then
update ledger.book set last_number = last_number + 1000000000000
-- then
set session_replication_role = origin
-- then
vacuum analyze
