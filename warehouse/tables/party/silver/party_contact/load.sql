WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING,
        contacts ARRAY<STRUCT<
          name STRING,
          function STRING,
          phone STRING,
          email STRING>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    posexplode(content.contacts) AS (place, line)
  FROM documents
)

SELECT
  company,
  content.code AS party,
  CAST(place + 1 AS BIGINT) AS line,
  line.name AS name,
  line.`function` AS function,
  line.phone AS phone,
  line.email AS email,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
