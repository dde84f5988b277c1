WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        routing STRUCT<
          item STRING,
          operations ARRAY<STRUCT<
            operation INT, workCentre STRING, setupHours DECIMAL(12,4),
            hoursPerUnit DECIMAL(12,6)>>>,
        dropped ARRAY<INT>
      '
    ) AS content
  FROM events
),

operations AS (
  SELECT
    *,
    explode(
      concat(
        transform(
          content.routing.operations,
          o -> struct(
            o.operation AS operation, o.workCentre AS work_centre, o.setupHours AS setup_hours,
            o.hoursPerUnit AS hours_per_unit, false AS is_dropped)
        ),
        transform(
          content.dropped,
          o -> struct(
            o AS operation, CAST(NULL AS STRING) AS work_centre,
            CAST(0 AS DECIMAL(12,4)) AS setup_hours, CAST(0 AS DECIMAL(12,6)) AS hours_per_unit,
            true AS is_dropped)
        )
      )
    ) AS line
  FROM documents
)

SELECT
  company,
  content.routing.item AS item,
  line.operation AS operation,
  line.work_centre AS work_centre,
  line.setup_hours AS setup_hours,
  line.hours_per_unit AS hours_per_unit,
  line.is_dropped AS is_dropped,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM operations
