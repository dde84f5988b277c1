package org.millrace.analytics.planning;

/** The questions that the plan asks of the lake, one set each. */
final class PlanSql {

  /** Company, last business day, and what differs when its plan may. */
  static final String COMPANIES =
      """
      with marks as (
        select company, 'so' as what, max(order_date) as day, max(position) as mark, 0 as total
        from silver.sales_order group by company
        union all
        select company, 'sl', null, max(position), 0 from silver.sales_order_line group by company
        union all
        select company, 'si', max(invoice_date), null, 0 from gold.sales_invoice group by company
        union all
        select company, 'po', max(order_date), max(position), 0
        from silver.purchase_order group by company
        union all
        select company, 'pl', null, max(position), 0
        from silver.purchase_order_line group by company
        union all
        select company, 'wo', max(released_date), max(position), 0
        from silver.work_order group by company
        union all
        select company, 'wm', null, max(position), 0
        from silver.work_order_material group by company
        union all
        select company, 'st', max(cast(occurred_at as date)), max(position), 0
        from silver.item_balance group by company
        union all
        select company, 'it', null, max(position), 0 from silver.item group by company
        union all
        select company, 'ip', null, max(position), 0 from silver.item_policy group by company
        union all
        select company, 'ps', null, max(position), 0
        from silver.planning_settings group by company
        union all
        select company, 'wc', null, max(position), 0 from silver.work_centre group by company
        union all
        select company, 'ro', null, max(position), 0 from silver.routing_operation group by company
        union all
        select company, 'pr', null, max(position), count(*)
        from silver.proposal where state in ('approved', 'rejected') group by company
        union all
        select company, 'pp', null, max(position), 0 from silver.proposal_peg group by company
        union all
        select company, 'fc', null, datediff(max(as_of), date'1970-01-01'), sum(forecast)
        from gold.demand_forecast group by company
        union all
        select company, 'sp', null, datediff(max(as_of), date'1970-01-01'), sum(safety_qty)
        from gold.stock_policy group by company
      )
      select company, cast(max(day) as string),
        concat_ws('/', sort_array(collect_list(concat_ws(':', what, mark, total))))
      from marks group by company having max(day) is not null
      """;

  /**
   * Item, name, unit, on hand, worth of a unit, currency; what the stock policy computed (the lead
   * time by the calendar, and only where one was seen); the supplier of the last order, as the core
   * takes it for an approval.
   */
  static final String ITEMS =
      """
      with stock as (
        select item, sum(on_hand_qty) as on_hand,
          case when sum(on_hand_qty) > 0 then sum(value_amount) / sum(on_hand_qty)
            else max(average_cost) end as unit_cost, max(currency) as currency
        from gold.stock_balance where company = :company group by item
      ), policy as (
        select item, weekly_qty, safety_qty,
          case when lead_receipts > 0 then lead_days end as lead_days
        from gold.stock_policy where company = :company
          and as_of = (select max(as_of) from gold.stock_policy
            where company = :company and as_of <= :asOf)
      ), ordered as (
        select l.item, max_by(o.supplier, struct(o.order_date, o.number)) as supplier
        from silver.purchase_order_line l
        join silver.purchase_order o on o.company = l.company and o.number = l.number
        where l.company = :company group by l.item
      )
      select i.code, coalesce(i.name, i.code), coalesce(i.unit, ''),
        cast(coalesce(s.on_hand, 0) as double), cast(coalesce(s.unit_cost, 0) as double),
        coalesce(s.currency, ''), cast(coalesce(p.weekly_qty, 0) as double),
        cast(coalesce(p.safety_qty, 0) as double), cast(p.lead_days as double), o.supplier
      from silver.item i left join stock s on s.item = i.code left join policy p on p.item = i.code
      left join ordered o on o.item = i.code
      where i.company = :company and i.valid_to is null
        and coalesce(i.kind, 'stocked') <> 'service'
      """;

  /** Item, material, quantity for one unit, by the latest bills. */
  static final String BILLS =
      """
      select m.item, m.material, cast(sum(m.quantity) as double)
      from silver.item_material m join silver.item i
        on i.company = m.company and i.code = m.item
        and i.aggregate_version = m.aggregate_version and i.valid_to is null
      where m.company = :company group by m.item, m.material having sum(m.quantity) > 0
      """;

  /**
   * Kind, document, item, day, quantity: what documents still want. A sales order is due on the day
   * its customer wants it, so it may be past due; one that names none, and a work order, when it is
   * placed and no sooner than today.
   */
  static final String DEMANDS =
      """
      select 'SALES_ORDER', l.number, l.item,
        cast(coalesce(max(o.requested_date), greatest(max(o.order_date), :asOf)) as string),
        cast(sum(l.ordered_qty - coalesce(l.delivered_qty, 0)) as double)
      from silver.sales_order_line l
      join silver.sales_order o on o.company = l.company and o.number = l.number
      where l.company = :company and o.status = 'open'
        and l.ordered_qty > coalesce(l.delivered_qty, 0)
      group by l.number, l.item
      union all
      select 'WORK_ORDER', m.number, m.item, cast(greatest(max(w.released_date), :asOf) as string),
        cast(sum(m.planned_qty - coalesce(m.consumed_qty, 0)) as double)
      from silver.work_order_material m
      join silver.work_order w on w.company = m.company and w.number = m.number
      where m.company = :company and w.status = 'released'
        and m.planned_qty > coalesce(m.consumed_qty, 0)
      group by m.number, m.item
      """;

  /** Kind, document, item, day, quantity: what is on its way. */
  static final String RECEIPTS =
      """
      select 'PURCHASE_ORDER', l.number, l.item,
        cast(max(coalesce(o.promised_date, o.order_date)) as string),
        cast(sum(l.ordered_qty - coalesce(l.received_qty, 0)) as double)
      from silver.purchase_order_line l
      join silver.purchase_order o on o.company = l.company and o.number = l.number
      where l.company = :company and o.status = 'open'
        and l.ordered_qty > coalesce(l.received_qty, 0)
      group by l.number, l.item
      union all
      select 'WORK_ORDER', number, item, cast(coalesce(due_date, released_date) as string),
        cast(planned_qty - coalesce(completed_qty, 0) as double)
      from silver.work_order
      where company = :company and status = 'released'
        and planned_qty > coalesce(completed_qty, 0)
      union all
      select 'FIRM_PROPOSAL', p.proposal, p.item, cast(p.due_date as string),
        cast(coalesce(p.approved_qty, p.quantity) as double)
      from silver.proposal p
      left anti join silver.purchase_order o
        on o.company = p.company and o.number = p.document_number
      left anti join silver.work_order w
        on w.company = p.company and w.number = p.document_number
      where p.company = :company and p.state = 'approved'
      """;

  /**
   * Id, state, item, who decided, note; reason, document and quantity of what stood behind it then.
   * One that was rejected counts from the moment on that this is known.
   */
  static final String DECIDED =
      """
      select p.proposal, p.state, p.item, p.decided_by, p.note, g.reason, g.document,
        cast(g.quantity as double)
      from silver.proposal p left join silver.proposal_peg g
        on g.company = p.company and g.proposal = p.proposal
        and g.aggregate_version = p.aggregate_version
      where p.company = :company
        and (p.state = 'approved' or p.state = 'rejected' and g.reason is not null)
      """;

  /**
   * Item, Monday, expected, and what has gone of it already: sold, or delivered and not invoiced,
   * which the forecast holds in the week its customer wanted it; what the method alone expects.
   */
  static final String FORECAST =
      """
      with unbilled as (
        select l.item,
          cast(date_trunc('WEEK', greatest(o.requested_date, :asOf)) as date) as period,
          sum(l.delivered_qty - coalesce(l.invoiced_qty, 0)) as quantity
        from silver.sales_order_line l
        join silver.sales_order o on o.company = l.company and o.number = l.number
        where l.company = :company and o.status in ('open', 'delivered')
          and l.delivered_qty > coalesce(l.invoiced_qty, 0)
        group by 1, 2
      )
      select f.item, cast(f.period as string), cast(f.forecast as double),
        cast(coalesce(d.quantity, 0) + coalesce(u.quantity, 0) as double),
        cast(coalesce(f.statistical, f.forecast) as double)
      from gold.demand_forecast f
      left join gold.demand_weekly d
        on d.company = f.company and d.item = f.item and d.period = f.period
      left join unbilled u on u.item = f.item and u.period = f.period
      where f.company = :company and f.period >= cast(date_trunc('WEEK', :asOf) as date)
        and f.as_of = (select max(as_of) from gold.demand_forecast
          where company = :company and as_of <= :asOf)
      """;

  /** Work centre, hours a day, days a week. */
  static final String CENTRES =
      """
      select work_centre, cast(hours_per_day as double), days_per_week
      from silver.work_centre where company = :company
      """;

  /** Item, work centre, hours of a setup, hours of a unit. */
  static final String OPERATIONS =
      """
      select r.item, r.work_centre, cast(r.setup_hours as double), cast(r.hours_per_unit as double)
      from silver.routing_operation r join silver.work_centre w
        on w.company = r.company and w.work_centre = r.work_centre
      where r.company = :company and not coalesce(r.is_dropped, false)
      order by r.item, r.operation
      """;

  /** The last two versions: number, day and their proposals, nulls where one has none. */
  static final String KEPT =
      """
      with last as (
        select plan_version, as_of from gold.plan_version
        where company = :company order by plan_version desc limit 2
      )
      select v.plan_version, cast(v.as_of as string), p.proposal, p.item, p.source,
        cast(p.quantity as double), p.orders, cast(p.start_date as string),
        cast(p.due_date as string), cast(p.needed_date as string), cast(p.possible_date as string)
      from last v left join gold.plan_proposal p
        on p.company = :company and p.plan_version = v.plan_version
      """;

  private PlanSql() {}
}
