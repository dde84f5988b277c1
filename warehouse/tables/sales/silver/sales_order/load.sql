WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        order STRUCT<
          number STRING, customer STRUCT<code STRING, name STRING, country STRING, walkIn BOOLEAN>,
          orderDate DATE, requestedDate DATE, priority STRING, currency STRING, status STRING, netAmount DECIMAL(18,2),
          lines ARRAY<STRUCT<
            quantity DECIMAL(18,4), deliveredQuantity DECIMAL(18,4),
            invoicedQuantity DECIMAL(18,4), unitPrice DECIMAL(18,6)>>>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.order.number AS number,
  content.order.orderDate AS order_date,
  CAST(date_trunc('MONTH', content.order.orderDate) AS DATE) AS month,
  content.order.customer.code AS customer,
  content.order.customer.name AS customer_name,
  content.order.customer.country AS country,
  content.order.currency AS currency,
  content.order.status AS status,
  aggregate(
    content.order.lines,
    CAST(0 AS DECIMAL(18, 4)),
    (total, line) -> CAST(total + line.quantity AS DECIMAL(18, 4))
  ) AS ordered_qty,
  aggregate(
    content.order.lines,
    CAST(0 AS DECIMAL(18, 4)),
    (total, line) -> CAST(total + line.deliveredQuantity AS DECIMAL(18, 4))
  ) AS delivered_qty,
  content.order.netAmount AS net_amount,
  CASE
    WHEN content.order.status = 'open' THEN aggregate(
        content.order.lines,
        CAST(0 AS DECIMAL(18, 2)),
        (total, line) -> CAST(
          total + (line.quantity - line.invoicedQuantity) * line.unitPrice AS DECIMAL(18, 2)
        )
      )
    ELSE 0
  END AS open_amount,
  get_json_object(payload, '$.custom') AS custom,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position,
  content.order.requestedDate AS requested_date,
  coalesce(content.order.priority, 'normal') AS priority
FROM documents
