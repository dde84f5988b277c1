WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING, name STRING, unit STRING, kind STRING, group STRING
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.code AS code,
  content.name AS name,
  content.unit AS unit,
  content.kind AS kind,
  content.group AS item_group,
  get_json_object(payload, '$.custom') AS custom,
  occurred_at AS valid_from,
  CAST(NULL AS TIMESTAMP) AS valid_to,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
