SELECT
  company,
  month,
  item,
  sum(quantity) AS quantity,
  sum(value_amount) AS value_amount,
  max(currency) AS currency
FROM silver.stock_movement
GROUP BY
  company,
  month,
  item
