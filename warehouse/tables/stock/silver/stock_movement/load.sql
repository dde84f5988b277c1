WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        number STRING, reason STRING, currency STRING, date DATE,
        document STRUCT<domain STRING, type STRING, number STRING>,
        lines ARRAY<STRUCT<
          line INT, item STRING, location STRING, quantity DECIMAL(18,4),
          unitCost DECIMAL(18,6), value DECIMAL(18,2),
          onHandAfter DECIMAL(18,4), averageCostAfter DECIMAL(18,6), lot STRING,
          expiresOn DATE>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    explode(content.lines) AS line
  FROM documents
)

SELECT
  company,
  content.number AS number,
  line.line AS line_no,
  CAST(date_trunc('MONTH', coalesce(content.date, to_date(occurred_at))) AS DATE) AS month,
  line.item AS item,
  line.location AS location,
  line.lot AS lot,
  line.expiresOn AS expires_on,
  line.quantity AS quantity,
  line.unitCost AS unit_cost,
  line.value AS value_amount,
  content.currency AS currency,
  content.reason AS reason,
  content.document.domain AS document_domain,
  content.document.type AS document_type,
  content.document.number AS document_number,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
