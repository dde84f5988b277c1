WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        campaign STRUCT<code STRING, items ARRAY<STRING>>
      '
    ) AS content
  FROM events
),

items AS (
  SELECT
    *,
    explode(content.campaign.items) AS item
  FROM documents
)

SELECT
  company,
  content.campaign.code AS code,
  item,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM items
