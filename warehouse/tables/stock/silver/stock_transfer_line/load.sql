WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        transfer STRUCT<
          number STRING,
          lines ARRAY<STRUCT<line INT, item STRING, itemName STRING, quantity DECIMAL(18,4)>>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    explode(content.transfer.lines) AS line
  FROM documents
)

SELECT
  company,
  content.transfer.number AS number,
  line.line AS line_no,
  line.item AS item,
  line.itemName AS item_name,
  line.quantity AS quantity,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
