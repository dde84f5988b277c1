create schema floor
-- then
create sequence floor.number
-- then
create function floor.event(
  kind text, named text, act bigint, firm text, told jsonb) returns void language sql as $$
  insert into outbox.event (event_id, type, schema_version, domain, aggregate_id,
    aggregate_version, company, occurred_at, actor, correlation_id, payload)
  values (gen_random_uuid(), kind, 1, split_part(kind, '.', 1), named, act, firm, now(), 'floor',
    named, told::text)
$$
-- then
create function floor.entry(
  firm text, rule text, document text, debit text, credit text, amount numeric)
returns void language plpgsql as $$
declare
  entry bigint;
begin
  update ledger.book set last_number = last_number + 1 where company = firm
    returning last_number into entry;
  insert into ledger.entry (company, number, posting_date, currency, rule, text, document_domain,
    document_type, document_number, source_event_id, actor)
  values (firm, entry, current_date, 'EUR', rule, rule || ' ' || document, 'sales', 'order',
    document, gen_random_uuid(), 'floor');
  insert into ledger.line (company, entry, line, account, debit, credit)
  values (firm, entry, 1, debit, amount, 0), (firm, entry, 2, credit, 0, amount);
  perform floor.event('ledger.journal-entry-posted', firm || '/floor-entry/' || entry, 1, firm,
    jsonb_build_object('number', entry, 'document', document, 'debit', debit, 'credit', credit,
      'amount', amount));
end $$
-- then
create function floor.flow(firm text, buyer text, wanted text[], many int)
returns text language plpgsql as $$
declare
  document text := 'FL-' || nextval('floor.number');
  who party.party;
  net numeric := 0;
  cost numeric := 0;
  told jsonb;
begin
  select * into strict who from party.party where company = firm and code = buyer;
  perform from stock.valuation where company = firm and item = any(wanted)
    order by item for update;
  insert into sales.sales_order (company, number, version, customer, customer_name,
    customer_country, customer_walk_in, order_date, currency, status, net_amount)
  values (firm, document, 1, buyer, who.name, who.country, false, current_date, 'EUR', 'open',
    many * 10 * cardinality(wanted));
  insert into sales.order_line (company, number, line, item, item_name, item_kind, quantity,
    unit_price, net_amount)
  select firm, document, w.line, i.code, i.name, i.kind, many, 10, many * 10
  from unnest(wanted) with ordinality w(code, line)
  join item.item i on i.company = firm and i.code = w.code;
  select sum(l.net_amount), jsonb_agg(to_jsonb(l)) into net, told
  from sales.order_line l where l.company = firm and l.number = document;
  insert into stock.claim (company, document_domain, document_type, document_number, item,
    location, quantity)
  select firm, 'sales', 'order', document, code, 'MAIN', -many from unnest(wanted) code;
  perform floor.event('sales.order-placed', firm || '/floor/' || document, 1, firm, told);
  insert into sales.delivery (company, number, order_number, delivery_date)
  values (firm, document, document, current_date);
  insert into sales.delivery_line (company, number, order_line, item, quantity, cost_amount)
  select firm, document, w.line, w.code, many, round(many * v.average_cost, 2)
  from unnest(wanted) with ordinality w(code, line)
  join stock.valuation v on v.company = firm and v.item = w.code;
  insert into stock.movement (company, number, line, reason, document_domain, document_type,
    document_number, occurred_at, item, location, quantity, unit_cost, value_amount)
  select firm, document, l.order_line, 'issue', 'sales', 'order', document, now(), l.item, 'MAIN',
    -l.quantity, round(l.cost_amount / l.quantity, 6), -l.cost_amount
  from sales.delivery_line l where l.company = firm and l.number = document;
  update stock.valuation v
  set on_hand = v.on_hand - many, value_amount = v.value_amount - l.cost_amount,
    last_occurred_at = now()
  from sales.delivery_line l
  where l.company = firm and l.number = document and v.company = firm and v.item = l.item;
  update stock.balance set on_hand = on_hand - many
  where company = firm and item = any(wanted) and location = 'MAIN';
  delete from stock.claim where company = firm and document_number = document
    and document_domain = 'sales' and document_type = 'order';
  select sum(cost_amount) into cost
  from sales.delivery_line where company = firm and number = document;
  perform floor.event('stock.goods-moved', firm || '/floor-move/' || document, 1, firm, told);
  perform floor.event('sales.order-delivered', firm || '/floor/' || document, 2, firm, told);
  perform floor.entry(firm, 'floor', document, '5000', '1200', cost);
  insert into sales.invoice (company, number, kind, source_number, version, order_number, customer,
    customer_name, customer_country, customer_walk_in, invoice_date, due_date, currency,
    net_amount, cost_amount, paid_amount, open_amount)
  values (firm, document, 'invoice', document, 2, document, buyer, who.name, who.country, false,
    current_date, current_date + 30, 'EUR', net, cost, net, 0);
  insert into sales.invoice_line (company, number, line, item, item_name, item_kind, quantity,
    unit_price, net_amount, cost_amount)
  select l.company, l.number, l.line, l.item, l.item_name, l.item_kind, l.quantity, l.unit_price,
    l.net_amount, d.cost_amount
  from sales.order_line l
  join sales.delivery_line d
    on d.company = l.company and d.number = l.number and d.order_line = l.line
  where l.company = firm and l.number = document;
  update sales.order_line
  set delivered_quantity = quantity, invoiced_quantity = quantity
  where company = firm and number = document;
  update sales.sales_order set status = 'invoiced', version = 3
  where company = firm and number = document;
  perform floor.event('sales.invoice-posted', firm || '/floor-bill/' || document, 1, firm, told);
  perform floor.entry(firm, 'floor', document, '1100', '4000', net);
  insert into sales.payment (company, number, invoice, payment_date, amount, currency, customer,
    customer_name)
  values (firm, document, document, current_date, net, 'EUR', buyer, who.name);
  perform floor.event('sales.payment-received', firm || '/floor-bill/' || document, 2, firm,
    jsonb_build_object('number', document, 'amount', net));
  perform floor.entry(firm, 'floor', document, '1000', '1100', net);
  return document;
end $$
