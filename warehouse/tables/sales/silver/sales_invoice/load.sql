WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        invoice STRUCT<
          number STRING, kind STRING, sourceNumber STRING, order STRING, credits STRING,
          customer STRUCT<code STRING, name STRING, country STRING, walkIn BOOLEAN>,
          invoiceDate DATE, dueDate DATE, currency STRING,
          netAmount DECIMAL(18,2), costAmount DECIMAL(18,2),
          paidAmount DECIMAL(18,2), openAmount DECIMAL(18,2),
          tax STRUCT<amount DECIMAL(18,2), gross DECIMAL(18,2)>>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.invoice.number AS number,
  content.invoice.sourceNumber AS source_number,
  content.invoice.kind AS kind,
  content.invoice.order AS order_number,
  content.invoice.invoiceDate AS invoice_date,
  CAST(date_trunc('MONTH', content.invoice.invoiceDate) AS DATE) AS month,
  content.invoice.dueDate AS due_date,
  content.invoice.customer.code AS customer,
  content.invoice.customer.name AS customer_name,
  content.invoice.customer.country AS country,
  content.invoice.currency AS currency,
  content.invoice.netAmount AS net_amount,
  content.invoice.costAmount AS cost_amount,
  content.invoice.paidAmount AS paid_amount,
  content.invoice.openAmount AS open_amount,
  content.invoice.credits AS credits_number,
  coalesce(content.invoice.customer.walkIn, false) AS is_walk_in,
  coalesce(content.invoice.tax.amount, 0) AS tax_amount,
  coalesce(content.invoice.tax.gross, content.invoice.netAmount) AS gross_amount,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
