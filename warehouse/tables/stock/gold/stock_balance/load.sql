WITH names AS (
  SELECT
    company,
    code,
    name
  FROM silver.item
  WHERE valid_to IS NULL
),

-- What the ledger has, too: never a quantity times a rounded average.
worth AS (
  SELECT
    company,
    item,
    CAST(sum(value_amount) AS DECIMAL(18, 2)) AS value_amount
  FROM gold.stock_item_monthly
  GROUP BY
    company,
    item
),

placed AS (
  SELECT
    company,
    item,
    location,
    on_hand_qty,
    currency,
    CAST(sum(on_hand_qty) OVER (
      PARTITION BY company, item ORDER BY location
    ) AS DECIMAL(18, 4)) AS until_qty,
    CAST(sum(on_hand_qty) OVER (PARTITION BY company, item) AS DECIMAL(18, 4)) AS item_qty,
    first_value(average_cost) OVER (
      PARTITION BY company, item ORDER BY position DESC, line_no DESC
    ) AS average_cost
  FROM silver.item_balance
),

-- The shares of all locations add up, however they are rounded.
shares AS (
  SELECT
    placed.*,
    coalesce(worth.value_amount, 0) AS item_value,
    CASE
      WHEN item_qty = 0 THEN round(average_cost * until_qty, 2)
      ELSE round(coalesce(worth.value_amount, 0) * until_qty / item_qty, 2)
    END AS until_value,
    CASE
      WHEN item_qty = 0 THEN round(average_cost * (until_qty - on_hand_qty), 2)
      ELSE round(coalesce(worth.value_amount, 0) * (until_qty - on_hand_qty) / item_qty, 2)
    END AS before_value
  FROM placed
  LEFT JOIN worth ON placed.company = worth.company AND placed.item = worth.item
)

SELECT
  shares.company,
  shares.item,
  names.name AS item_name,
  shares.location,
  shares.on_hand_qty,
  shares.average_cost,
  CAST(shares.until_value - shares.before_value AS DECIMAL(18, 2)) AS value_amount,
  CAST(shares.item_value AS DECIMAL(18, 2)) AS item_value_amount,
  shares.currency
FROM shares
LEFT JOIN names ON shares.company = names.company AND shares.item = names.code
