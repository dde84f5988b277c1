WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        proposal STRUCT<
          id STRING, item STRING,
          pegs ARRAY<STRUCT<reason STRING, document STRING, quantity DECIMAL(18,4)>>>
      '
    ) AS content
  FROM events
),

pegs AS (
  SELECT
    *,
    explode(content.proposal.pegs) AS peg
  FROM documents
)

SELECT
  company,
  content.proposal.id AS proposal,
  content.proposal.item AS item,
  translate(peg.reason, '-', '_') AS reason,
  peg.document AS document,
  peg.quantity AS quantity,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM pegs
