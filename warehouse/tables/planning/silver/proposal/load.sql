WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        proposal STRUCT<
          id STRING, planVersion STRING, asOf DATE, item STRING, source STRING,
          quantity DECIMAL(18,4), orders INT, startDate DATE, dueDate DATE, neededDate DATE,
          state STRING,
          decision STRUCT<
            by STRING, at TIMESTAMP, note STRING, quantity DECIMAL(18,4),
            document STRUCT<type STRING, number STRING>>>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.proposal.id AS proposal,
  content.proposal.planVersion AS plan_version,
  content.proposal.asOf AS as_of,
  content.proposal.item AS item,
  content.proposal.source AS source,
  content.proposal.quantity AS quantity,
  content.proposal.orders AS orders,
  content.proposal.startDate AS start_date,
  content.proposal.dueDate AS due_date,
  content.proposal.neededDate AS needed_date,
  content.proposal.state AS state,
  content.proposal.decision.by AS decided_by,
  content.proposal.decision.at AS decided_at,
  content.proposal.decision.note AS note,
  content.proposal.decision.quantity AS approved_qty,
  content.proposal.decision.document.type AS document_type,
  content.proposal.decision.document.number AS document_number,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
