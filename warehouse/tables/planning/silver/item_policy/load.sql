WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        policy STRUCT<
          item STRING, source STRING, leadDays INT, leadDeviationDays DECIMAL(9,2),
          lotRule STRING, lotQuantity DECIMAL(18,4), lotMultiple DECIMAL(18,4), lotPeriods INT,
          orderingCost DECIMAL(18,2), holdingRate DECIMAL(9,6), serviceLevel DECIMAL(9,6),
          safetyQuantity DECIMAL(18,4), supplier STRING, unitPrice DECIMAL(18,6),
          currency STRING>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.policy.item AS item,
  content.policy.source AS source,
  content.policy.leadDays AS lead_days,
  content.policy.leadDeviationDays AS lead_deviation_days,
  replace(content.policy.lotRule, '-', '_') AS lot_rule,
  content.policy.lotQuantity AS lot_quantity,
  content.policy.lotMultiple AS lot_multiple_quantity,
  content.policy.lotPeriods AS lot_periods,
  content.policy.orderingCost AS ordering_cost_amount,
  content.policy.holdingRate AS holding_rate,
  content.policy.serviceLevel AS service_level,
  content.policy.safetyQuantity AS safety_qty,
  content.policy.supplier AS supplier,
  content.policy.unitPrice AS unit_price,
  content.policy.currency AS currency,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
