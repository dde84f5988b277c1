WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING,
        materials ARRAY<STRUCT<
          item STRING, quantity DECIMAL(18,4), scrapPercent DECIMAL(5,2)>>
      '
    ) AS content
  FROM events
),

materials AS (
  SELECT
    *,
    explode(content.materials) AS line
  FROM documents
)

SELECT
  company,
  content.code AS item,
  line.item AS material,
  CAST(
    line.quantity * (1 + coalesce(line.scrapPercent, 0) / 100) AS DECIMAL(18,4)
  ) AS quantity,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM materials
