WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING, name STRING, unit STRING, kind STRING, group STRING,
        status STRING, revision STRING, tracking STRING, expires BOOLEAN,
        purchaseUnit STRING, salesUnit STRING
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
  coalesce(content.status, 'active') AS status,
  content.revision AS revision,
  coalesce(content.tracking, 'none') AS tracking,
  coalesce(content.expires, false) AS expires,
  content.purchaseUnit AS purchase_unit,
  content.salesUnit AS sales_unit,
  get_json_object(payload, '$.custom') AS custom,
  occurred_at AS valid_from,
  CAST(NULL AS TIMESTAMP) AS valid_to,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
