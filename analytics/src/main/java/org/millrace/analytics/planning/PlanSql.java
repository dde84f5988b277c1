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
      select company, max(day) as last_day,
        concat_ws('/', sort_array(collect_list(concat_ws(':', what, mark, total))))
          as fingerprint
      from marks group by company having max(day) is not null
      """;

  /**
   * Items with their stock, what the stock policy computed (the lead time by the calendar, and only
   * where one was seen) and the supplier of the last order, as the core takes it for an approval.
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
      select i.code as item, coalesce(i.name, i.code) as name, coalesce(i.unit, '') as unit,
        coalesce(s.on_hand, 0) as on_hand, coalesce(s.unit_cost, 0) as unit_cost,
        coalesce(s.currency, '') as currency, coalesce(p.weekly_qty, 0) as weekly,
        coalesce(p.safety_qty, 0) as safety, p.lead_days, o.supplier
      from silver.item i left join stock s on s.item = i.code left join policy p on p.item = i.code
      left join ordered o on o.item = i.code
      where i.company = :company and i.valid_to is null
        and coalesce(i.kind, 'stocked') <> 'service'
      """;

  /** Materials with the quantity for one unit of their item, by the latest bills. */
  static final String BILLS =
      """
      select m.item, m.material, sum(m.quantity) as quantity
      from silver.item_material m join silver.item i
        on i.company = m.company and i.code = m.item
        and i.aggregate_version = m.aggregate_version and i.valid_to is null
      where m.company = :company group by m.item, m.material having sum(m.quantity) > 0
      """;

  /**
   * What documents still want. A sales order is due on the day its customer wants it, so it may be
   * past due; one that names none, and a work order, when it is placed and no sooner than today.
   */
  static final String DEMANDS =
      """
      select 'SALES_ORDER' as kind, l.number as document, l.item,
        coalesce(max(o.requested_date), greatest(max(o.order_date), :asOf)) as day,
        sum(l.ordered_qty - coalesce(l.delivered_qty, 0)) as quantity
      from silver.sales_order_line l
      join silver.sales_order o on o.company = l.company and o.number = l.number
      where l.company = :company and o.status = 'open'
        and l.ordered_qty > coalesce(l.delivered_qty, 0)
      group by l.number, l.item
      union all
      select 'WORK_ORDER', m.number, m.item, greatest(max(w.released_date), :asOf),
        sum(m.planned_qty - coalesce(m.consumed_qty, 0))
      from silver.work_order_material m
      join silver.work_order w on w.company = m.company and w.number = m.number
      where m.company = :company and w.status = 'released'
        and m.planned_qty > coalesce(m.consumed_qty, 0)
      group by m.number, m.item
      """;

  /** What is on its way. */
  static final String RECEIPTS =
      """
      select 'PURCHASE_ORDER' as kind, l.number as document, l.item,
        max(coalesce(l.promised_date, o.promised_date, o.order_date)) as day,
        sum(l.ordered_qty - coalesce(l.received_qty, 0)) as quantity
      from silver.purchase_order_line l
      join silver.purchase_order o on o.company = l.company and o.number = l.number
      where l.company = :company and o.status = 'open'
        and l.ordered_qty > coalesce(l.received_qty, 0)
      group by l.number, l.item
      union all
      select 'WORK_ORDER', number, item, coalesce(due_date, released_date),
        planned_qty - coalesce(completed_qty, 0)
      from silver.work_order
      where company = :company and status = 'released'
        and planned_qty > coalesce(completed_qty, 0)
      union all
      select 'FIRM_PROPOSAL', p.proposal, p.item, p.due_date,
        coalesce(p.approved_qty, p.quantity)
      from silver.proposal p
      left anti join silver.purchase_order o
        on o.company = p.company and o.number = p.document_number
      left anti join silver.work_order w
        on w.company = p.company and w.number = p.document_number
      where p.company = :company and p.state = 'approved'
      """;

  /**
   * Decided proposals with the reason, document and quantity of what stood behind them then. One
   * that was rejected counts from the moment on that this is known.
   */
  static final String DECIDED =
      """
      select p.proposal, p.state, p.item, p.decided_by, p.note, g.reason, g.document,
        g.quantity
      from silver.proposal p left join silver.proposal_peg g
        on g.company = p.company and g.proposal = p.proposal
        and g.aggregate_version = p.aggregate_version
      where p.company = :company
        and (p.state = 'approved' or p.state = 'rejected' and g.reason is not null)
      """;

  /**
   * What is expected by item and week, what the method alone expects, and what has gone of it
   * already: sold, or delivered and not invoiced, which the forecast holds in the week its customer
   * wanted it.
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
      select f.item, f.period, f.forecast,
        coalesce(d.quantity, 0) + coalesce(u.quantity, 0) as gone,
        coalesce(f.statistical, f.forecast) as statistical
      from gold.demand_forecast f
      left join gold.demand_weekly d
        on d.company = f.company and d.item = f.item and d.period = f.period
      left join unbilled u on u.item = f.item and u.period = f.period
      where f.company = :company and f.period >= cast(date_trunc('WEEK', :asOf) as date)
        and f.as_of = (select max(as_of) from gold.demand_forecast
          where company = :company and as_of <= :asOf)
      """;

  /** The work centres. */
  static final String CENTRES =
      """
      select work_centre, hours_per_day, days_per_week
      from silver.work_centre where company = :company
      """;

  /** The operations of items, first to last. */
  static final String OPERATIONS =
      """
      select r.item, r.work_centre, r.setup_hours, r.hours_per_unit
      from silver.routing_operation r join silver.work_centre w
        on w.company = r.company and w.work_centre = r.work_centre
      where r.company = :company and not coalesce(r.is_dropped, false)
      order by r.item, r.operation
      """;

  /** The last two versions with their proposals, nulls where one has none. */
  static final String STORED =
      """
      with last as (
        select plan_version, as_of from gold.plan_version
        where company = :company order by plan_version desc limit 2
      )
      select v.plan_version, v.as_of, p.proposal, p.item, p.source, p.quantity, p.orders,
        p.start_date, p.due_date, p.needed_date, p.possible_date
      from last v left join gold.plan_proposal p
        on p.company = :company and p.plan_version = v.plan_version
      """;

  private PlanSql() {}
}
