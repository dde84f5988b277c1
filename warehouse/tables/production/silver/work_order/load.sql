WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        workOrder STRUCT<
          number STRING, item STRING, itemName STRING, quantity DECIMAL(18,4),
          completedQuantity DECIMAL(18,4), status STRING, releasedOn DATE, dueDate DATE,
          materialCost DECIMAL(18,2), completedCost DECIMAL(18,2), currency STRING,
          actuals STRUCT<
            labourCost DECIMAL(18,2), overheadCost DECIMAL(18,2), lossCost DECIMAL(18,2),
            scrapQuantity DECIMAL(18,4), closedOn DATE>>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.workOrder.number AS number,
  content.workOrder.item AS item,
  content.workOrder.itemName AS item_name,
  content.workOrder.status AS status,
  content.workOrder.releasedOn AS released_date,
  content.workOrder.dueDate AS due_date,
  content.workOrder.quantity AS planned_qty,
  content.workOrder.completedQuantity AS completed_qty,
  content.workOrder.materialCost AS material_cost_amount,
  content.workOrder.completedCost AS completed_cost_amount,
  coalesce(content.workOrder.actuals.labourCost, 0) AS labour_cost_amount,
  coalesce(content.workOrder.actuals.overheadCost, 0) AS overhead_cost_amount,
  coalesce(content.workOrder.actuals.lossCost, 0) AS loss_cost_amount,
  coalesce(content.workOrder.actuals.scrapQuantity, 0) AS scrap_qty,
  content.workOrder.actuals.closedOn AS closed_date,
  content.workOrder.currency AS currency,
  get_json_object(payload, '$.custom') AS custom,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
