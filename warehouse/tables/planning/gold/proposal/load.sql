WITH planned AS (
  SELECT
    company,
    proposal,
    max_by(supplier, plan_version) AS supplier,
    max_by(nullif(cost_amount, 0), plan_version) AS cost_amount,
    max_by(currency, plan_version) AS currency,
    max_by(is_late, plan_version) AS is_late
  FROM gold.plan_proposal
  GROUP BY company, proposal
),

items AS (
  SELECT
    company,
    code,
    max_by(name, aggregate_version) AS name
  FROM silver.item
  GROUP BY company, code
),

suppliers AS (
  SELECT
    company,
    code,
    max_by(name, aggregate_version) AS name
  FROM silver.party
  WHERE is_supplier
  GROUP BY company, code
)

SELECT
  proposed.company,
  proposed.proposal,
  proposed.plan_version,
  proposed.as_of,
  proposed.item,
  proposed.source,
  proposed.quantity,
  proposed.orders,
  proposed.start_date,
  proposed.due_date,
  proposed.needed_date,
  proposed.state,
  proposed.decided_by,
  proposed.decided_at,
  proposed.note,
  proposed.approved_qty,
  proposed.document_type,
  proposed.document_number,
  proposed.event_id,
  proposed.recorded_at,
  proposed.occurred_at,
  proposed.aggregate_version,
  proposed.position,
  items.name AS item_name,
  planned.supplier,
  suppliers.name AS supplier_name,
  planned.cost_amount,
  CASE WHEN planned.cost_amount IS NOT NULL THEN planned.currency END AS cost_currency,
  planned.is_late
FROM silver.proposal AS proposed
LEFT JOIN planned
  ON proposed.company = planned.company AND proposed.proposal = planned.proposal
LEFT JOIN items ON proposed.company = items.company AND proposed.item = items.code
LEFT JOIN suppliers
  ON proposed.company = suppliers.company AND planned.supplier = suppliers.code
