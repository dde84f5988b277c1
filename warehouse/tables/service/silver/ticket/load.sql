WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        ticket STRUCT<
          number STRING, customer STRUCT<code STRING, name STRING>, subject STRING,
          item STRING, status STRING, openedAt STRING, closedAt STRING, currency STRING,
          parts ARRAY<STRUCT<quantity DECIMAL(18,4)>>, partsCost DECIMAL(18,2)>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.ticket.number AS number,
  content.ticket.customer.code AS customer,
  content.ticket.customer.name AS customer_name,
  content.ticket.subject AS subject,
  content.ticket.item AS item,
  content.ticket.status AS status,
  CAST(content.ticket.openedAt AS TIMESTAMP) AS opened_at,
  CAST(content.ticket.closedAt AS TIMESTAMP) AS closed_at,
  coalesce(
    aggregate(
        content.ticket.parts,
        CAST(0 AS DECIMAL(18, 4)),
        (total, line) -> CAST(total + line.quantity AS DECIMAL(18, 4))
      ),
    0
  ) AS parts_qty,
  content.ticket.partsCost AS parts_cost_amount,
  content.ticket.currency AS currency,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
