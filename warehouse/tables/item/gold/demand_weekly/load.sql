SELECT
  company,
  item,
  max(item_name) AS item_name,
  CAST(date_trunc('WEEK', invoice_date) AS DATE) AS period,
  sum(quantity) AS quantity
FROM silver.sales_invoice_line
WHERE unit_price <> 0 AND item_kind <> 'service'
GROUP BY
  company,
  item,
  date_trunc('WEEK', invoice_date)
