WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        document STRUCT<domain STRING, type STRING, number STRING>,
        item STRING, location STRING,
        wantedQuantity DECIMAL(18,4), reservedQuantity DECIMAL(18,4)
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.document.domain AS document_domain,
  content.document.type AS document_type,
  content.document.number AS document_number,
  content.item AS item,
  content.location AS location,
  content.wantedQuantity AS wanted_qty,
  content.reservedQuantity AS reserved_qty,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
