WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING,
        taxNumbers ARRAY<STRUCT<
          kind STRING,
          number STRING>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    posexplode(content.taxNumbers) AS (place, line)
  FROM documents
)

SELECT
  company,
  content.code AS party,
  CAST(place + 1 AS BIGINT) AS line,
  line.kind AS kind,
  line.number AS number,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
