WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        workOrder STRUCT<
          number STRING,
          materials ARRAY<STRUCT<
            item STRING, quantity DECIMAL(18,4), consumedQuantity DECIMAL(18,4)>>>
      '
    ) AS content
  FROM events
),

materials AS (
  SELECT
    *,
    explode(content.workOrder.materials) AS line
  FROM documents
)

SELECT
  company,
  content.workOrder.number AS number,
  line.item AS item,
  line.quantity AS planned_qty,
  line.consumedQuantity AS consumed_qty,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM materials
