WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        opportunity STRUCT<
          number STRING, outcome STRING,
          stages ARRAY<STRUCT<
            entry INT, stage STRING, enteredAt TIMESTAMP, leftAt TIMESTAMP, note STRING>>>
      '
    ) AS content
  FROM events
),

stages AS (
  SELECT
    *,
    explode(content.opportunity.stages) AS line
  FROM documents
)

SELECT
  company,
  content.opportunity.number AS number,
  line.entry AS entry_no,
  line.stage AS stage,
  line.enteredAt AS entered_at,
  line.leftAt AS left_at,
  unix_timestamp(line.leftAt) - unix_timestamp(line.enteredAt) AS stage_seconds,
  CASE
    WHEN line.leftAt IS NULL THEN NULL
    WHEN line.entry = size(content.opportunity.stages) THEN content.opportunity.outcome
    ELSE element_at(content.opportunity.stages, line.entry + 1).stage
  END AS left_to,
  content.opportunity.outcome AS outcome,
  line.note AS note,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM stages
