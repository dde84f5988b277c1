WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        workCentre STRUCT<
          code STRING, name STRING, hoursPerDay DECIMAL(9,2), daysPerWeek INT>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.workCentre.code AS work_centre,
  content.workCentre.name AS name,
  content.workCentre.hoursPerDay AS hours_per_day,
  content.workCentre.daysPerWeek AS days_per_week,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
