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
),

sales AS (
  SELECT
    sold.*,
    CASE
      WHEN sold.is_walk_in THEN 'Walk-in'
      ELSE coalesce(segments.segment, 'Unscored')
    END AS segment
  FROM gold.sales_customer_monthly AS sold
  LEFT JOIN segments ON sold.company = segments.company AND sold.customer = segments.customer
)

SELECT
  company,
  month,
  country,
  currency,
  segment,
  count(DISTINCT customer) AS customers,
  sum(invoices) AS invoices,
  sum(credit_notes) AS credit_notes,
  sum(quantity) AS quantity,
  sum(net_revenue) AS net_revenue,
  sum(cost_amount) AS cost_amount
FROM sales
GROUP BY
  company,
  month,
  country,
  currency,
  segment
