WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        override STRUCT<
          item STRING, location STRING, period DATE, quantity DECIMAL(18,4), note STRING,
          author STRING, overriddenAt TIMESTAMP>,
        withdrawnBy STRING
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.override.item AS item,
  coalesce(content.override.location, '') AS location,
  content.override.period AS period,
  content.override.quantity AS quantity,
  content.override.note AS note,
  content.override.author AS author,
  content.override.overriddenAt AS overridden_at,
  content.withdrawnBy IS NOT NULL AS is_withdrawn,
  content.withdrawnBy AS withdrawn_by,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
