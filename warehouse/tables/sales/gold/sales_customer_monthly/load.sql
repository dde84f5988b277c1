SELECT
  company,
  month,
  country,
  currency,
  customer,
  max(customer_name) AS customer_name,
  count(DISTINCT CASE WHEN kind = 'invoice' THEN source_number END) AS invoices,
  count(DISTINCT CASE WHEN kind = 'credit-note' THEN source_number END) AS credit_notes,
  sum(quantity) AS quantity,
  sum(CASE WHEN unit_price = 0 THEN quantity ELSE 0 END) AS free_quantity,
  sum(net_amount) AS net_revenue,
  sum(cost_amount) AS cost_amount,
  max(is_walk_in) AS is_walk_in
FROM silver.sales_invoice_line
GROUP BY
  company,
  month,
  country,
  currency,
  customer
