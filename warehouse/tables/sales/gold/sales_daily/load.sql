SELECT
  company,
  invoice_date AS day,
  month,
  country,
  currency,
  count(DISTINCT CASE WHEN kind = 'invoice' THEN source_number END) AS invoices,
  count(DISTINCT CASE WHEN kind = 'credit-note' THEN source_number END) AS credit_notes,
  sum(quantity) AS quantity,
  sum(CASE WHEN unit_price = 0 THEN quantity ELSE 0 END) AS free_quantity,
  sum(CASE WHEN kind = 'credit-note' THEN -quantity ELSE 0 END) AS returned_quantity,
  sum(net_amount) AS net_revenue,
  sum(CASE WHEN kind = 'credit-note' THEN -net_amount ELSE 0 END) AS returned_amount,
  sum(cost_amount) AS cost_amount
FROM silver.sales_invoice_line
GROUP BY
  company,
  invoice_date,
  month,
  country,
  currency
