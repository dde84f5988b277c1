WITH latest AS (
  SELECT
    company,
    max(as_of) AS as_of
  FROM gold.customer_segments
  GROUP BY company
),

segments AS (
  SELECT
    scored.company,
    scored.customer,
    max(scored.segment) AS segment
  FROM gold.customer_segments AS scored
  INNER JOIN latest ON scored.company = latest.company AND scored.as_of = latest.as_of
  GROUP BY scored.company, scored.customer
)

SELECT
  sold.company,
  sold.month,
  sold.country,
  sold.currency,
  CASE
    WHEN sold.is_walk_in THEN 'Walk-in'
    ELSE coalesce(segments.segment, 'Unscored')
  END AS segment,
  sold.customer,
  sold.customer_name,
  sold.invoices,
  sold.credit_notes,
  sold.quantity,
  sold.net_revenue,
  sold.cost_amount
FROM gold.sales_customer_monthly AS sold
LEFT JOIN segments ON sold.company = segments.company AND sold.customer = segments.customer
