WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        campaign STRUCT<
          code STRING, name STRING, status STRING, startsOn DATE, endsOn DATE,
          budget DECIMAL(18,2), currency STRING>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.campaign.code AS code,
  content.campaign.name AS name,
  content.campaign.status AS status,
  content.campaign.startsOn AS starts_on,
  content.campaign.endsOn AS ends_on,
  content.campaign.budget AS budget_amount,
  content.campaign.currency AS currency,
  get_json_object(payload, '$.custom') AS custom,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
