WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING,
        barcodes ARRAY<STRUCT<gtin STRING, unit STRING>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    posexplode(content.barcodes) AS (place, line)
  FROM documents
)

SELECT
  company,
  content.code AS item,
  CAST(place + 1 AS BIGINT) AS line,
  line.gtin AS gtin,
  line.unit AS unit,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
