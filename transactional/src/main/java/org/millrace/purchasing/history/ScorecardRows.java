package org.millrace.purchasing.history;

/** How well suppliers did, as a query. */
public final class ScorecardRows {
  /**
   * A row for each supplier of whom something was ordered in the months that the company set. What
   * a bill charged is held against the order in the currency of both where it is one, so that no
   * difference of rates counts. Its parameters are the company and today.
   */
  public static final String SQL =
      LeadTimeRows.CAME
          + ", "
          + PriceRows.PRICED
          + ", "
          + setting()
          + """
          ,
          kept as (
            select supplier,
              (array_agg(supplier_name order by ordered_on desc, order_number desc))[1]
                as supplier_name,
              count(distinct order_number)::int as orders, count(*)::int as lines,
              max(ordered_on) as last_ordered_on,
              count(*) filter (where not is_done and last_promised < day)::int as overdue_lines,
              round(avg(days), 1) as average_days, round(avg(days_late), 1) as average_days_late,
              round(100.0 * count(*) filter (where first_is_over and by_first >= quantity)
                / nullif(count(*) filter (where first_is_over), 0), 2) as on_time_percent,
              round(100.0 * count(*) filter (where last_is_over and by_last >= quantity)
                / nullif(count(*) filter (where last_is_over), 0), 2) as on_time_by_last_percent
            from judged, setting where ordered_on > since group by supplier),
          brought as (
            select o.supplier, sum(l.amount) filter (where r.returns is null) as received,
              -sum(l.amount) filter (where r.returns is not null) as returned
            from asked a
            cross join setting
            join purchasing.purchase_order o on o.company = a.company and o.status <> 'cancelled'
              and o.order_date > since
            join purchasing.receipt r on r.company = o.company and r.order_number = o.number
            join purchasing.receipt_line l on l.company = r.company
              and l.receipt_number = r.number
            group by o.supplier),
          compared as (
            select b.supplier, b.quantity,
              case when b.price_currency = o.price_currency
                then b.home_price - o.price * coalesce(b.home_price / nullif(b.price, 0),
                  o.home_price / nullif(o.price, 0), 1)
                else b.home_price - o.home_price end as difference,
              b.home_price
            from setting
            join priced b on b.kind = 'bill'
            join priced o on o.kind = 'order' and o.document = b.order_number and o.line = b.line
              and o.priced_on > since),
          billed_of as (
            select supplier, round(sum(quantity * difference), 2) as price_variance,
              round(100 * sum(quantity * difference)
                / nullif(sum(quantity * (home_price - difference)), 0), 2)
                as price_variance_percent
            from compared group by supplier),
          scored as (
            select k.*,
              round(100 * coalesce(r.returned, 0) / nullif(r.received, 0), 2)
                as returned_percent,
              b.price_variance, b.price_variance_percent
            from kept k
            left join brought r on r.supplier = k.supplier
            left join billed_of b on b.supplier = k.supplier)
          select s.supplier, s.supplier_name, s.orders, s.lines, s.last_ordered_on,
            s.overdue_lines, s.average_days, s.average_days_late, s.on_time_percent,
            s.on_time_by_last_percent, s.returned_percent, s.price_variance,
            s.price_variance_percent, (select currency from party.company c, asked a
              where c.code = a.company) as currency,
            (select round(sum(part * weight) / nullif(sum(weight), 0), 1) from (values
              (s.on_time_percent, on_time_weight),
              (100 - s.returned_percent, returns_weight),
              (case when s.price_variance_percent is not null
                then greatest(0, 100 - greatest(0, s.price_variance_percent)) end, price_weight))
              as parts(part, weight) where part is not null) as score
          from scored s, setting
          """;

  private ScorecardRows() {}

  /** What the company set or the defaults, and the day after which orders count. */
  private static String setting() {
    ScorecardSettings unset = ScorecardSettings.DEFAULT;
    return """
        setting as (
          select a.day - make_interval(months => coalesce(s.months, %d)) as since,
            coalesce(s.on_time_weight, %d) as on_time_weight,
            coalesce(s.returns_weight, %d) as returns_weight,
            coalesce(s.price_weight, %d) as price_weight
          from asked a
          left join purchasing.scorecard_setting s on s.company = a.company)
        """
        .formatted(
            unset.months(), unset.onTimeWeight(), unset.returnsWeight(), unset.priceWeight());
  }
}
