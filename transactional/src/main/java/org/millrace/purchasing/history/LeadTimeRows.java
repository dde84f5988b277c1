package org.millrace.purchasing.history;

/** How long what was ordered took to come, as queries. */
public final class LeadTimeRows {
  /**
   * What came of each line and stayed, with the day on which it was complete and what had come by
   * the days promised; judged is what can be said of a promise today.
   */
  static final String CAME =
      """
      with asked as (select ?::text as company, ?::date as day),
      each_line as (
        select o.number as order_number, l.line, o.supplier, o.supplier_name, l.item, l.item_name,
          o.order_date as ordered_on, o.promised_date as first_promised,
          coalesce(l.promised_date, o.promised_date) as last_promised, l.quantity, c.first_received,
          coalesce(c.complete_on, case when o.status <> 'open' then c.last_received end)
            as received_on,
          coalesce(c.kept, 0) as kept,
          o.status <> 'open' or coalesce(c.kept, 0) >= l.quantity as is_done,
          least(coalesce(c.by_first, 0), l.quantity) as by_first,
          least(coalesce(c.by_last, 0), l.quantity) as by_last, a.day
        from asked a
        join purchasing.purchase_order o on o.company = a.company and o.status <> 'cancelled'
        join purchasing.order_line l on l.company = o.company and l.order_number = o.number
        left join lateral (
          select min(k.receipt_date) as first_received, max(k.receipt_date) as last_received,
            sum(k.kept) as kept,
            min(k.receipt_date) filter (where k.until >= l.quantity) as complete_on,
            sum(k.kept) filter (where k.receipt_date <= o.promised_date) as by_first,
            sum(k.kept) filter (
              where k.receipt_date <= coalesce(l.promised_date, o.promised_date)) as by_last
          from (
            select n.receipt_date, n.kept,
              sum(n.kept) over (order by n.receipt_date, n.number) as until
            from (
              select r.number, r.receipt_date, g.quantity + coalesce((
                  select sum(b.quantity) from purchasing.receipt s
                  join purchasing.receipt_line b on b.company = s.company
                    and b.receipt_number = s.number and b.line = g.line
                  where s.company = r.company and s.returns = r.number), 0) as kept
              from purchasing.receipt r
              join purchasing.receipt_line g on g.company = r.company
                and g.receipt_number = r.number and g.line = l.line
              where r.company = o.company and r.order_number = o.number and r.returns is null) n
            where n.kept > 0) k) c on true),
      judged as (
        select *, received_on - ordered_on as days, received_on - first_promised as days_late,
          is_done or first_promised < day as first_is_over,
          is_done or last_promised < day as last_is_over
        from each_line)
      """;

  /** A row for each line of an order. Its parameters are the company and today. */
  public static final String SQL =
      CAME
          + """
          select order_number || '-' || line as id, order_number, line, supplier, supplier_name,
            item, item_name, ordered_on, first_promised, last_promised, first_received,
            received_on, trim_scale(quantity) as quantity, trim_scale(kept) as received_quantity,
            days, days_late,
            case when first_is_over then round(100 * by_first / quantity, 2) end
              as on_time_percent,
            case when last_is_over then round(100 * by_last / quantity, 2) end
              as on_time_by_last_percent
          from judged
          """;

  /** A row for each supplier and item. Its parameters are the company and today. */
  public static final String BY_SUPPLIER =
      CAME
          + """
          select supplier || '/' || item as id, supplier,
            (array_agg(supplier_name order by ordered_on desc, order_number desc))[1]
              as supplier_name,
            item, (array_agg(item_name order by ordered_on desc, order_number desc))[1]
              as item_name,
            count(*)::int as lines, count(received_on)::int as received_lines,
            trim_scale(sum(quantity)) as quantity, max(ordered_on) as last_ordered_on,
            min(days) as shortest_days, round(avg(days), 1) as average_days,
            max(days) as longest_days, round(avg(days_late), 1) as average_days_late,
            round(100 * sum(by_first) filter (where first_is_over)
              / sum(quantity) filter (where first_is_over), 2) as on_time_percent,
            round(100 * sum(by_last) filter (where last_is_over)
              / sum(quantity) filter (where last_is_over), 2) as on_time_by_last_percent
          from judged group by supplier, item
          """;

  private LeadTimeRows() {}
}
