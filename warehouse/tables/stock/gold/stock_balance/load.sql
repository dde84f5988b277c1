WITH names AS (
  SELECT
    company,
    code,
    name
  FROM silver.item
  WHERE valid_to IS NULL
)

SELECT
  balance.company,
  balance.item,
  names.name AS item_name,
  balance.location,
  balance.on_hand_qty,
  balance.average_cost,
  balance.value_amount,
  balance.currency
FROM silver.item_balance AS balance
LEFT JOIN names ON balance.company = names.company AND balance.item = names.code
