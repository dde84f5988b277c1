-- What the documents of a quarter made due, by six codes of both sides; each month as many, one in fifty late.
insert into tax.entry (company, document_domain, document_type, document_number, entry_date, side, code,
  category, base_amount, tax_amount, currency)
select :company, case when n % 3 = 0 then 'purchasing' else 'sales' end, 'invoice', 'N-' || lpad(n::text, 8, '0'),
  case when n % 50 = 0 then date '2025-12-01' + (n % 31)::int else date '2026-01-01' + (n % 90)::int end,
  case when n % 3 = 0 then 'input' else 'output' end,
  (array['S19', 'S7', 'K0', 'G0', 'AE', 'S19C'])[1 + n % 6],
  (array['standard', 'standard', 'intra-community', 'export', 'reverse-charge', 'standard'])[1 + n % 6],
  (n * 7919 % 1000003) / 100.0, round((n * 7919 % 1000003) / 100.0 * (array[0.19, 0.07, 0, 0, 0.19, 0.19])[1 + n % 6], 2), 'EUR'
from generate_series(1::bigint, :lines) n
