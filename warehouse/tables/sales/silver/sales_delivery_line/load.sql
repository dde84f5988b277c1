WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        order STRUCT<number STRING>,
        delivery STRUCT<
          number STRING, date DATE,
          lines ARRAY<STRUCT<line INT, item STRING, quantity DECIMAL(18,4)>>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    explode(content.delivery.lines) AS line
  FROM documents
)

SELECT
  company,
  content.delivery.number AS number,
  line.line AS line_no,
  content.order.number AS order_number,
  content.delivery.date AS delivery_date,
  CAST(date_trunc('MONTH', content.delivery.date) AS DATE) AS month,
  line.item AS item,
  line.quantity AS quantity,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
