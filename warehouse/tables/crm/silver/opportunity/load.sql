WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        opportunity STRUCT<
          number STRING, customer STRUCT<code STRING, name STRING>, subject STRING, owner STRING,
          stage STRING, stageSince TIMESTAMP, openedAt TIMESTAMP, expectedCloseDate DATE,
          outcome STRING, lostReason STRING, orderNumber STRING, currency STRING,
          location STRING, closedAt TIMESTAMP,
          lines ARRAY<STRUCT<quantity DECIMAL(18,4), unitPrice DECIMAL(18,6)>>>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.opportunity.number AS number,
  content.opportunity.customer.code AS customer,
  content.opportunity.customer.name AS customer_name,
  content.opportunity.subject AS subject,
  content.opportunity.stage AS stage,
  content.opportunity.stageSince AS stage_since,
  content.opportunity.openedAt AS opened_at,
  content.opportunity.expectedCloseDate AS expected_close_date,
  content.opportunity.outcome AS outcome,
  content.opportunity.lostReason AS lost_reason,
  content.opportunity.orderNumber AS order_number,
  CAST(
    aggregate(
      content.opportunity.lines,
      CAST(0 AS DECIMAL(38,10)),
      (sum, line) -> CAST(sum + line.quantity * line.unitPrice AS DECIMAL(38,10))
    ) AS DECIMAL(18,2)
  ) AS net_amount,
  content.opportunity.currency AS currency,
  content.opportunity.owner AS owner,
  coalesce(content.opportunity.location, '') AS location,
  content.opportunity.closedAt AS closed_at,
  get_json_object(payload, '$.custom') AS custom,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
