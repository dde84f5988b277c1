WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        order STRUCT<number STRING>,
        receipt STRUCT<
          number STRING, date DATE,
          lines ARRAY<STRUCT<line INT, item STRING, quantity DECIMAL(18,4)>>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    posexplode(content.receipt.lines) AS (place, line)
  FROM documents
)

SELECT
  company,
  content.receipt.number AS number,
  coalesce(line.line, place + 1) AS line_no,
  content.order.number AS order_number,
  content.receipt.date AS receipt_date,
  line.item AS item,
  line.quantity AS quantity,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
