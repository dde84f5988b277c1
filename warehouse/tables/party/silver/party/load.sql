WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING, name STRING, roles ARRAY<STRING>, country STRING, walkIn BOOLEAN,
        region STRING
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.code AS code,
  content.name AS name,
  coalesce(array_contains(content.roles, 'customer'), false) AS is_customer,
  coalesce(array_contains(content.roles, 'supplier'), false) AS is_supplier,
  content.country AS country,
  content.region AS region,
  coalesce(content.walkIn, false) AS is_walk_in,
  get_json_object(payload, '$.custom') AS custom,
  occurred_at AS valid_from,
  CAST(NULL AS TIMESTAMP) AS valid_to,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
