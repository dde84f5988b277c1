WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        order STRUCT<
          number STRING, orderDate DATE, currency STRING,
          lines ARRAY<STRUCT<
            line INT, item STRING, itemName STRING, quantity DECIMAL(18,4),
            receivedQuantity DECIMAL(18,4), invoicedQuantity DECIMAL(18,4),
            unitPrice DECIMAL(18,6), netAmount DECIMAL(18,2),
            promised STRUCT<date DATE, quantity DECIMAL(18,4)>, account STRING>>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    explode(content.order.lines) AS line
  FROM documents
)

SELECT
  company,
  content.order.number AS number,
  line.line AS line_no,
  line.item AS item,
  line.itemName AS item_name,
  line.quantity AS ordered_qty,
  line.receivedQuantity AS received_qty,
  line.invoicedQuantity AS invoiced_qty,
  line.promised.date AS promised_date,
  line.promised.quantity AS promised_qty,
  line.account AS account,
  line.unitPrice AS unit_price,
  line.netAmount AS net_amount,
  content.order.currency AS currency,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
