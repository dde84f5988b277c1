-- Summed by name first: sums alone are grouped by hash, a greatest text needs a sort.
WITH by_name AS (
  SELECT
    company,
    month,
    country,
    currency,
    item,
    item_name,
    sum(quantity) AS quantity,
    sum(CASE WHEN unit_price = 0 THEN quantity ELSE 0 END) AS free_quantity,
    sum(CASE WHEN kind = 'credit-note' THEN -quantity ELSE 0 END) AS returned_quantity,
    sum(net_amount) AS net_revenue,
    sum(cost_amount) AS cost_amount
  FROM silver.sales_invoice_line
  GROUP BY
    company,
    month,
    country,
    currency,
    item,
    item_name
)

SELECT
  company,
  month,
  country,
  currency,
  item,
  max(item_name) AS item_name,
  sum(quantity) AS quantity,
  sum(free_quantity) AS free_quantity,
  sum(returned_quantity) AS returned_quantity,
  sum(net_revenue) AS net_revenue,
  sum(cost_amount) AS cost_amount
FROM by_name
GROUP BY
  company,
  month,
  country,
  currency,
  item
