WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING, name STRING, currency STRING
      '
    ) AS content
  FROM events
)

SELECT
  content.code AS company,
  content.name AS name,
  content.currency AS currency,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
