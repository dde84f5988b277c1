SELECT
  company,
  month,
  country,
  currency,
  item,
  max(item_name) AS item_name,
  sum(quantity) AS quantity,
  sum(CASE WHEN kind = 'credit-note' THEN -quantity ELSE 0 END) AS returned_quantity,
  sum(net_amount) AS net_revenue,
  sum(cost_amount) AS cost_amount
FROM silver.sales_invoice_line
WHERE unit_price <> 0
GROUP BY
  company,
  month,
  country,
  currency,
  item
