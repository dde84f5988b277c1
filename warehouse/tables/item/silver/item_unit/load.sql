WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING,
        units ARRAY<STRUCT<unit STRING, factor DECIMAL(19,9), per DECIMAL(19,9)>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    posexplode(content.units) AS (place, line)
  FROM documents
)

SELECT
  company,
  content.code AS item,
  CAST(place + 1 AS BIGINT) AS line,
  line.unit AS unit,
  line.factor AS factor,
  CAST(coalesce(line.per, 1) AS DECIMAL(19,9)) AS per,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
