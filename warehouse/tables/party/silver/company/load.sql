WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING, name STRING, currency STRING, timeZone STRING
      '
    ) AS content
  FROM events
)

SELECT
  content.code AS company,
  content.name AS name,
  content.currency AS currency,
  coalesce(content.timeZone, 'UTC') AS time_zone,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
