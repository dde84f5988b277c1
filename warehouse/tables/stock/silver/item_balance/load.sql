WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        currency STRING,
        lines ARRAY<STRUCT<
          line INT, item STRING, location STRING,
          onHandAfter DECIMAL(18,4), averageCostAfter DECIMAL(18,6)>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    explode(content.lines) AS line
  FROM documents
),

-- One movement may touch an item twice; its last line tells the balance.
last_of_movement AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY event_id, line.item, line.location ORDER BY line.line DESC
    ) AS place
  FROM lines
)

SELECT
  company,
  line.item AS item,
  line.location AS location,
  line.line AS line_no,
  line.onHandAfter AS on_hand_qty,
  line.averageCostAfter AS average_cost,
  content.currency AS currency,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM last_of_movement
WHERE place = 1
