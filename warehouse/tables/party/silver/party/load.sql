WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING, name STRING, roles ARRAY<STRING>, country STRING, walkIn BOOLEAN,
        region STRING, legalName STRING, language STRING, customerGroup STRING, phone STRING,
        email STRING, webSite STRING, paymentReference STRING,
        terms STRUCT<
          days BIGINT, dueFrom STRING, discountDays BIGINT, discountPercent DECIMAL(7,4)>,
        creditLimit DECIMAL(18,2), mergedInto STRING, dispatchPriority STRING
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.code AS code,
  content.name AS name,
  coalesce(array_contains(content.roles, 'customer'), false) AS is_customer,
  coalesce(array_contains(content.roles, 'supplier'), false) AS is_supplier,
  coalesce(array_contains(content.roles, 'company'), false) AS is_company,
  content.country AS country,
  content.region AS region,
  content.legalName AS legal_name,
  content.language AS language,
  content.customerGroup AS customer_group,
  content.phone AS phone,
  content.email AS email,
  content.webSite AS web_site,
  content.paymentReference AS payment_reference,
  content.terms.days AS terms_days,
  content.terms.dueFrom AS terms_due_from,
  content.terms.discountDays AS terms_discount_days,
  content.terms.discountPercent AS terms_discount_percent,
  content.creditLimit AS credit_limit_amount,
  content.mergedInto AS merged_into,
  coalesce(content.walkIn, false) AS is_walk_in,
  get_json_object(payload, '$.custom') AS custom,
  occurred_at AS valid_from,
  CAST(NULL AS TIMESTAMP) AS valid_to,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position,
  content.dispatchPriority AS dispatch_priority
FROM documents
