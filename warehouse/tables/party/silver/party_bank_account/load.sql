WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        code STRING,
        bankAccounts ARRAY<STRUCT<
          iban STRING,
          accountNumber STRING,
          bic STRING,
          bank STRING,
          holder STRING,
          currency STRING>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    posexplode(content.bankAccounts) AS (place, line)
  FROM documents
)

SELECT
  company,
  content.code AS party,
  CAST(place + 1 AS BIGINT) AS line,
  line.iban AS iban,
  line.accountNumber AS account_number,
  line.bic AS bic,
  line.bank AS bank,
  line.holder AS holder,
  line.currency AS currency,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
