WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING,
        addresses ARRAY<STRUCT<
          kinds ARRAY<STRING>,
          street STRING,
          additionalStreet STRING,
          addressLine STRING,
          postalCode STRING,
          city STRING,
          province STRING,
          country STRING>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    posexplode(content.addresses) AS (place, line)
  FROM documents
)

SELECT
  company,
  content.code AS party,
  CAST(place + 1 AS BIGINT) AS line,
  array_join(line.kinds, ' ') AS kinds,
  line.street AS street,
  line.additionalStreet AS additional_street,
  line.addressLine AS address_line,
  line.postalCode AS postal_code,
  line.city AS city,
  line.province AS province,
  line.country AS country,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
