WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        number BIGINT, postingDate DATE, currency STRING, rule STRING, text STRING,
        document STRUCT<domain STRING, type STRING, number STRING>, party STRING,
        sourceEventId STRING,
        lines ARRAY<STRUCT<
          line INT, account STRING, accountName STRING, accountType STRING,
          debit DECIMAL(18,2), credit DECIMAL(18,2), originalCurrency STRING,
          originalAmount DECIMAL(18,4), dimensions STRING, reportsAs STRING>>
      '
    ) AS content
  FROM events
),

lines AS (
  SELECT
    *,
    explode(content.lines) AS line
  FROM documents
)

SELECT
  company,
  content.number AS entry_number,
  line.line AS line_no,
  content.postingDate AS posting_date,
  CAST(date_trunc('MONTH', content.postingDate) AS DATE) AS month,
  line.account AS account,
  line.accountName AS account_name,
  line.accountType AS account_type,
  line.debit AS debit,
  line.credit AS credit,
  content.currency AS currency,
  line.originalCurrency AS original_currency,
  line.originalAmount AS original_amount,
  content.text AS text,
  content.document.domain AS document_domain,
  content.document.type AS document_type,
  content.document.number AS document_number,
  content.party AS party,
  content.rule AS rule,
  line.dimensions AS dimensions,
  line.reportsAs AS reports_as,
  content.sourceEventId AS source_event_id,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM lines
