WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        month STRING, line STRING, reason STRING
      '
    ) AS content
  FROM events
)

SELECT
  company,
  to_date(concat(content.month, '-01')) AS month,
  content.line,
  content.reason,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
