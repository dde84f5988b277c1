WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        transfer STRUCT<
          number STRING, status STRING, fromLocation STRING, toLocation STRING,
          draftedAt STRING, postedAt STRING, note STRING, reverses STRING, reversedBy STRING>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.transfer.number AS number,
  content.transfer.status AS status,
  content.transfer.fromLocation AS from_location,
  content.transfer.toLocation AS to_location,
  CAST(content.transfer.draftedAt AS TIMESTAMP) AS drafted_at,
  CAST(content.transfer.postedAt AS TIMESTAMP) AS posted_at,
  content.transfer.note AS note,
  content.transfer.reverses AS reverses,
  content.transfer.reversedBy AS reversed_by,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
