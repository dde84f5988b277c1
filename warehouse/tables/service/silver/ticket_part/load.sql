WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        ticket STRUCT<
          number STRING,
          parts ARRAY<STRUCT<line INT, item STRING, quantity DECIMAL(18,4), cost DECIMAL(18,2)>>>
      '
    ) AS content
  FROM events
),

parts AS (
  SELECT
    *,
    posexplode(content.ticket.parts) AS (place, part)
  FROM documents
)

SELECT
  company,
  content.ticket.number AS number,
  coalesce(part.line, place + 1) AS line_no,
  part.item AS item,
  part.quantity AS quantity,
  part.cost AS cost_amount,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM parts
