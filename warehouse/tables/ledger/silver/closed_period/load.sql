WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        month STRING, reason STRING
      '
    ) AS content
  FROM events
)

SELECT
  company,
  to_date(concat(content.month, '-01')) AS month,
  content.reason IS NOT NULL AS is_open,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
