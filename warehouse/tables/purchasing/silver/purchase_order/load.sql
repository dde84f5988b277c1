WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        order STRUCT<
          number STRING, supplier STRUCT<code STRING, name STRING, country STRING>,
          orderDate DATE, promisedDate DATE, currency STRING, status STRING,
          netAmount DECIMAL(18,2),
          lines ARRAY<STRUCT<
            quantity DECIMAL(18,4), receivedQuantity DECIMAL(18,4), unitPrice DECIMAL(18,6)>>>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.order.number AS number,
  content.order.orderDate AS order_date,
  content.order.promisedDate AS promised_date,
  content.order.supplier.code AS supplier,
  content.order.supplier.name AS supplier_name,
  content.order.supplier.country AS country,
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
    (total, line) -> CAST(total + line.receivedQuantity AS DECIMAL(18, 4))
  ) AS received_qty,
  content.order.netAmount AS net_amount,
  CASE
    WHEN content.order.status = 'open' THEN aggregate(
        content.order.lines,
        CAST(0 AS DECIMAL(18, 2)),
        (total, line) -> CAST(
          total + (line.quantity - line.receivedQuantity) * line.unitPrice AS DECIMAL(18, 2)
        )
      )
    ELSE 0
  END AS open_amount,
  get_json_object(payload, '$.custom') AS custom,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
