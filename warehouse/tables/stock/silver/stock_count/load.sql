WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        count STRUCT<
          number STRING, status STRING, location STRING, draftedAt STRING, postedAt STRING,
          note STRING, reverses STRING, reversedBy STRING, differenceValue DECIMAL(18,2),
          currency STRING>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.count.number AS number,
  content.count.status AS status,
  content.count.location AS location,
  CAST(content.count.draftedAt AS TIMESTAMP) AS drafted_at,
  CAST(content.count.postedAt AS TIMESTAMP) AS posted_at,
  content.count.note AS note,
  content.count.reverses AS reverses,
  content.count.reversedBy AS reversed_by,
  content.count.differenceValue AS difference_value_amount,
  content.count.currency AS currency,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
