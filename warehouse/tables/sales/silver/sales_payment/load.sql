WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        payment STRUCT<number STRING, date DATE, amount DECIMAL(18,2), currency STRING,
          reverses STRING, reason STRING>,
        invoice STRUCT<number STRING, customer STRUCT<code STRING>>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.payment.number AS number,
  content.invoice.number AS invoice_number,
  content.payment.date AS payment_date,
  CAST(date_trunc('MONTH', content.payment.date) AS DATE) AS month,
  content.invoice.customer.code AS customer,
  content.payment.amount AS amount,
  content.payment.currency AS currency,
  content.payment.reverses AS reverses,
  content.payment.reason AS reason,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
