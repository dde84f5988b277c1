WITH last_plan AS (
  SELECT
    company,
    max(plan_version) AS plan_version
  FROM gold.plan_peg
  GROUP BY company
)

SELECT
  decided.company,
  decided.proposal,
  decided.item,
  decided.reason,
  decided.document,
  decided.quantity
FROM silver.proposal_peg AS decided
INNER JOIN silver.proposal AS proposed
  ON
    decided.company = proposed.company
    AND decided.proposal = proposed.proposal
    AND decided.aggregate_version = proposed.aggregate_version
UNION ALL
SELECT
  planned.company,
  planned.proposal,
  planned.item,
  planned.reason,
  planned.document,
  CAST(planned.quantity AS DECIMAL(18,4)) AS quantity
FROM gold.plan_peg AS planned
INNER JOIN last_plan
  ON planned.company = last_plan.company AND planned.plan_version = last_plan.plan_version
INNER JOIN silver.proposal AS proposed
  ON planned.company = proposed.company AND planned.proposal = proposed.proposal
WHERE proposed.state = 'open'
