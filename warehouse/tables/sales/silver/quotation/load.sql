WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        quotation STRUCT<
          number STRING, customer STRUCT<code STRING, name STRING, country STRING>,
          quotationDate DATE, validUntil DATE, currency STRING, status STRING,
          netAmount DECIMAL(18,2), closedDate DATE, `order` STRING, rejectReason STRING,
          sentDate DATE, revision STRUCT<revision INT, original STRING, replacedBy STRING>>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.quotation.number AS number,
  content.quotation.quotationDate AS quotation_date,
  CAST(date_trunc('MONTH', content.quotation.quotationDate) AS DATE) AS month,
  content.quotation.validUntil AS valid_until,
  content.quotation.customer.code AS customer,
  content.quotation.customer.name AS customer_name,
  content.quotation.customer.country AS country,
  content.quotation.currency AS currency,
  content.quotation.status AS status,
  content.quotation.netAmount AS net_amount,
  content.quotation.closedDate AS closed_date,
  content.quotation.order AS order_number,
  content.quotation.rejectReason AS reject_reason,
  content.quotation.sentDate AS sent_date,
  coalesce(content.quotation.revision.revision, 1) AS revision,
  coalesce(content.quotation.revision.original, content.quotation.number) AS original,
  content.quotation.revision.replacedBy AS replaced_by,
  get_json_object(payload, '$.custom') AS custom,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
