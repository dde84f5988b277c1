WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING, name STRING, currency STRING, timeZone STRING,
        fiscalYearStartMonth INT
      '
    ) AS content
  FROM events
)

SELECT
  content.code AS company,
  content.name AS name,
  content.currency AS currency,
  coalesce(content.timeZone, 'UTC') AS time_zone,
  coalesce(content.fiscalYearStartMonth, 1) AS fiscal_year_start_month,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
