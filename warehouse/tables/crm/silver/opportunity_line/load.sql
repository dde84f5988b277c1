WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        opportunity STRUCT<
          number STRING, currency STRING,
          lines ARRAY<STRUCT<
            line INT, item STRING, quantity DECIMAL(18,4), unitPrice DECIMAL(18,6)>>>,
        dropped ARRAY<INT>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    explode(
      concat(
        transform(
          content.opportunity.lines,
          l -> struct(
            l.line AS line, l.item AS item, l.quantity AS quantity, l.unitPrice AS unit_price,
            false AS is_dropped)
        ),
        transform(
          coalesce(content.dropped, CAST(array() AS ARRAY<INT>)),
          l -> struct(
            l AS line, CAST(NULL AS STRING) AS item, CAST(0 AS DECIMAL(18,4)) AS quantity,
            CAST(NULL AS DECIMAL(18,6)) AS unit_price, true AS is_dropped)
        )
      )
    ) AS line
  FROM documents
)

SELECT
  company,
  content.opportunity.number AS number,
  line.line AS line_no,
  line.item AS item,
  line.quantity AS quantity,
  line.unit_price AS unit_price,
  content.opportunity.currency AS currency,
  line.is_dropped AS is_dropped,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
