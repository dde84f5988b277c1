WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        invoice STRUCT<
          number STRING, order STRING, supplier STRUCT<code STRING, name STRING, country STRING>,
          invoiceDate DATE, dueDate DATE, currency STRING,
          netAmount DECIMAL(18,2), paidAmount DECIMAL(18,2), openAmount DECIMAL(18,2),
          tax STRUCT<amount DECIMAL(18,2), gross DECIMAL(18,2)>,
          purchaseTax STRUCT<difference DECIMAL(18,2)>,
          notReceivedAmount DECIMAL(18,2), reverses STRING, reversedBy STRING>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.invoice.number AS number,
  content.invoice.order AS order_number,
  content.invoice.invoiceDate AS invoice_date,
  content.invoice.dueDate AS due_date,
  content.invoice.supplier.code AS supplier,
  content.invoice.supplier.name AS supplier_name,
  content.invoice.supplier.country AS country,
  content.invoice.currency AS currency,
  content.invoice.netAmount AS net_amount,
  content.invoice.paidAmount AS paid_amount,
  content.invoice.openAmount AS open_amount,
  coalesce(content.invoice.tax.amount, 0) AS tax_amount,
  coalesce(content.invoice.tax.gross, content.invoice.netAmount) AS gross_amount,
  coalesce(content.invoice.purchaseTax.difference, 0) AS tax_difference_amount,
  coalesce(content.invoice.notReceivedAmount, 0) AS not_received_amount,
  content.invoice.reverses AS reverses,
  content.invoice.reversedBy AS reversed_by,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
