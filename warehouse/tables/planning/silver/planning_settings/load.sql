WITH documents AS (
  SELECT
    *,
    from_json(
      payload,
      '
        settings STRUCT<
          frozenDays INT, workingDays ARRAY<STRING>,
          serviceLevels STRUCT<
            a STRUCT<x DECIMAL(9,4), y DECIMAL(9,4), z DECIMAL(9,4)>,
            b STRUCT<x DECIMAL(9,4), y DECIMAL(9,4), z DECIMAL(9,4)>,
            c STRUCT<x DECIMAL(9,4), y DECIMAL(9,4), z DECIMAL(9,4)>>>
      '
    ) AS content
  FROM events
)

SELECT
  company,
  content.settings.frozenDays AS frozen_days,
  array_join(content.settings.workingDays, ' ') AS working_days,
  content.settings.serviceLevels.a.x AS service_level_ax,
  content.settings.serviceLevels.a.y AS service_level_ay,
  content.settings.serviceLevels.a.z AS service_level_az,
  content.settings.serviceLevels.b.x AS service_level_bx,
  content.settings.serviceLevels.b.y AS service_level_by,
  content.settings.serviceLevels.b.z AS service_level_bz,
  content.settings.serviceLevels.c.x AS service_level_cx,
  content.settings.serviceLevels.c.y AS service_level_cy,
  content.settings.serviceLevels.c.z AS service_level_cz,
  event_id,
  recorded_at,
  occurred_at,
  aggregate_version,
  position
FROM documents
