WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        invoice STRUCT<
          number STRING, kind STRING, sourceNumber STRING,
          customer STRUCT<code STRING, name STRING, country STRING, walkIn BOOLEAN>,
          invoiceDate DATE, currency STRING,
          lines ARRAY<STRUCT<
            line INT, item STRING, itemName STRING, itemKind STRING, quantity DECIMAL(18,4),
            unitPrice DECIMAL(18,6), netAmount DECIMAL(18,2), costAmount DECIMAL(18,2),
            taxCode STRING, discountPercent DECIMAL(7,4), taxAmount DECIMAL(18,2)>>,
          tax STRUCT<gross DECIMAL(18,2)>>,
        correction STRUCT<date DATE, lines ARRAY<STRUCT<
          line INT, item STRING, itemName STRING, itemKind STRING, quantity DECIMAL(18,4),
          unitPrice DECIMAL(18,6), netAmount DECIMAL(18,2), costAmount DECIMAL(18,2),
          taxCode STRING, discountPercent DECIMAL(7,4), taxAmount DECIMAL(18,2)>>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    coalesce(content.correction.date, content.invoice.invoiceDate) AS day,
    -- A correction has a cost and nothing else.
    explode(coalesce(content.correction.lines, content.invoice.lines)) AS line
  FROM documents
)

SELECT
  company,
  content.invoice.number AS number,
  line.line AS line_no,
  day AS invoice_date,
  CAST(date_trunc('MONTH', day) AS DATE) AS month,
  line.item AS item,
  line.itemName AS item_name,
  coalesce(line.quantity, 0) AS quantity,
  coalesce(line.unitPrice, 0) AS unit_price,
  coalesce(line.netAmount, 0) AS net_amount,
  line.costAmount AS cost_amount,
  content.invoice.currency AS currency,
  content.invoice.customer.country AS country,
  content.invoice.customer.code AS customer,
  content.invoice.customer.name AS customer_name,
  CASE WHEN content.correction IS NULL THEN content.invoice.kind ELSE 'cost-correction' END AS kind,
  content.invoice.sourceNumber AS source_number,
  line.itemKind AS item_kind,
  coalesce(content.invoice.customer.walkIn, false) AS is_walk_in,
  line.taxCode AS tax_code,
  coalesce(line.taxAmount, 0) AS tax_amount,
  line.discountPercent AS discount_percent,
  content.invoice.tax IS NOT NULL OR line.discountPercent IS NOT NULL AS is_adjusted,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
