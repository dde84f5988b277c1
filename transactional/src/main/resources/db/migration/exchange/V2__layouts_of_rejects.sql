-- Which import a rejected row was meant for and how its file was written, so that it can go back
-- as it came.
alter table exchange.reject
  add column kind text not null default 'sales-history',
  add column charset text not null default 'UTF-8',
  add column delimiter text not null default ',';
update exchange.reject set kind = 'forecast-overrides'
where header @> array['item', 'period', 'quantity', 'note'];
update exchange.reject set kind = 'item-policies'
where header @> array['item'] and kind = 'sales-history'
  and header <@ array['item', 'source', 'lead_days', 'lead_deviation_days', 'lot_rule',
    'lot_quantity', 'lot_multiple', 'lot_periods', 'ordering_cost', 'holding_rate',
    'service_level', 'safety_quantity', 'supplier', 'unit_price', 'currency', 'reject_id',
    'reject_file', 'reject_line', 'reject_field', 'reject_reason', 'reject_expected'];
alter table exchange.reject
  alter column kind drop default,
  alter column charset drop default,
  alter column delimiter drop default;

-- What each row of a piece sold, in the order of its hashes; pieces from before do not know.
alter table exchange.piece add column row_items text[];
