WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      'settings STRUCT<holidays ARRAY<STRUCT<date DATE, name STRING>>>'
    ) AS content
  FROM events
),

holidays AS (
  SELECT
    *,
    explode(content.settings.holidays) AS holiday
  FROM documents
)

SELECT
  company,
  holiday.date AS holiday_date,
  holiday.name AS name,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM holidays
