WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        count STRUCT<
          number STRING, location STRING, currency STRING,
          lines ARRAY<STRUCT<
            line INT, item STRING, itemName STRING, bookedQuantity DECIMAL(18,4),
            countedQuantity DECIMAL(18,4), differenceQuantity DECIMAL(18,4),
            unitCost DECIMAL(18,6), value DECIMAL(18,2)>>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    explode(content.count.lines) AS line
  FROM documents
)

SELECT
  company,
  content.count.number AS number,
  line.line AS line_no,
  line.item AS item,
  line.itemName AS item_name,
  content.count.location AS location,
  line.bookedQuantity AS booked_qty,
  line.countedQuantity AS counted_qty,
  line.differenceQuantity AS difference_qty,
  line.unitCost AS unit_cost,
  coalesce(line.value, 0) AS value_amount,
  content.count.currency AS currency,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
