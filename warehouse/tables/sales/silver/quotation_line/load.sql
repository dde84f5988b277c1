WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        quotation STRUCT<
          number STRING, quotationDate DATE, currency STRING,
          lines ARRAY<STRUCT<
            line INT, item STRING, itemName STRING, quantity DECIMAL(18,4),
            unitPrice DECIMAL(18,6), netAmount DECIMAL(18,2)>>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    explode(content.quotation.lines) AS line
  FROM documents
)

SELECT
  company,
  content.quotation.number AS number,
  line.line AS line_no,
  CAST(date_trunc('MONTH', content.quotation.quotationDate) AS DATE) AS month,
  line.item AS item,
  line.itemName AS item_name,
  line.quantity AS quantity,
  line.unitPrice AS unit_price,
  line.netAmount AS net_amount,
  content.quotation.currency AS currency,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
