-- What is given away leaves the stock and is demand as well; services do not.
-- Summed by name first: sums alone are grouped by hash, a greatest text needs a sort.
WITH by_name AS (
  SELECT
    company,
    item,
    item_name,
    CAST(date_trunc('WEEK', invoice_date) AS DATE) AS period,
    sum(quantity) AS quantity
  FROM silver.sales_invoice_line
  WHERE item_kind <> 'service'
  GROUP BY
    company,
    item,
    item_name,
    date_trunc('WEEK', invoice_date)
)

SELECT
  company,
  item,
  max(item_name) AS item_name,
  period,
  sum(quantity) AS quantity
FROM by_name
GROUP BY
  company,
  item,
  period
