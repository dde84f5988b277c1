package org.millrace.analytics.stockpolicy.keeping;

/** The questions that the job asks of the lake, one set each. */
final class StockPolicySql {

  static final String ITEMS =
      """
      select i.code as item, coalesce(i.name, i.code) as name, count(m.material) > 0 as is_made
      from silver.item i left join silver.item_material m
        on m.company = i.company and m.item = i.code
        and m.aggregate_version = i.aggregate_version
      where i.company = :company and i.valid_to is null
        and coalesce(i.kind, 'stocked') <> 'service'
      group by i.code, i.name
      order by i.code
      """;

  /** Units sold and consumed of an item, by its Mondays. */
  static final String WEEKS =
      """
      with used as (
        select item, period, quantity as sold, 0 as consumed
        from gold.demand_weekly where company = :company
        union all
        select item, cast(date_trunc('WEEK', occurred_at) as date), 0, -quantity
        from silver.stock_movement where company = :company and reason = 'consumption'
      ), weeks as (
        select item, period, cast(sum(sold) as double) as sold,
          cast(sum(consumed) as double) as consumed
        from used where period between :firstWeek and :lastWeek
        group by item, period
      )
      select item, collect_list(period) as mondays, collect_list(sold) as sold,
        collect_list(consumed) as consumed
      from weeks group by item
      """;

  /** What is expected to be sold in a week, by the latest forecast. */
  static final String FORECASTS =
      """
      select item, avg(forecast) as weekly
      from gold.demand_forecast
      where company = :company and period >= cast(date_trunc('WEEK', :asOf) as date)
        and as_of = (select max(as_of) from gold.demand_forecast
          where company = :company and as_of <= :asOf)
      group by item
      """;

  /**
   * The root mean squared error one week ahead: of what was published, in weeks without that of the
   * same forecast's method in tests, either way campaigns and won opportunities on both sides.
   */
  static final String FORECAST_ERRORS =
      """
      select item, sqrt(avg(power(actual - forecast, 2))) as error
      from gold.forecast_actual
      where company = :company and actual is not null and forecast is not null
        and as_of = (select max(as_of) from gold.demand_forecast
          where company = :company and as_of <= :asOf)
      group by item
      """;

  /**
   * Stock by its movements, those of a year with their value times the days before it moved; units
   * that went, came and were made in four weeks; the last days on which some came in and went out.
   */
  static final String MOVES =
      """
      with moves as (
        select item, quantity, value_amount as value, reason, cast(occurred_at as date) as day,
          datediff(:asOf, cast(occurred_at as date)) as age
        from silver.stock_movement where company = :company
      )
      select item, sum(quantity) as on_hand, sum(value) as value,
        coalesce(sum(-value) filter (
          where age < 365 and reason in ('issue', 'return', 'consumption')), 0) as used_value,
        coalesce(sum(value * (365 - age)) filter (where age < 365), 0) as value_days,
        coalesce(sum(-quantity) filter (
          where age < 28 and reason in ('issue', 'return', 'consumption')), 0) as went,
        coalesce(sum(quantity) filter (
          where age < 28 and reason in ('receipt', 'completion')), 0) as came,
        coalesce(sum(quantity) filter (
          where age < 28 and reason = 'completion'), 0) as made,
        max(day) filter (where reason in ('receipt', 'completion')) as last_in,
        max(day) filter (where reason in ('issue', 'consumption')) as last_out
      from moves where age >= 0 group by item
      """;

  /** What a unit is worth: the moving average, weighted over locations; and the currency. */
  static final String COSTS =
      """
      select item,
        case when sum(on_hand_qty) > 0 then sum(value_amount) / sum(on_hand_qty)
          else max(average_cost) end as unit_cost,
        max(currency) as currency
      from gold.stock_balance where company = :company group by item
      """;

  /** Days from order to receipt in the last two years. */
  static final String LEAD_TIMES =
      """
      with seen as (
        select r.item, datediff(r.receipt_date, o.order_date) as days
        from silver.purchase_receipt_line r
        join silver.purchase_order o on o.company = r.company and o.number = r.order_number
        where r.company = :company and r.receipt_date <= :asOf and r.quantity > 0
          and o.order_date > date_sub(:asOf, 730)
        union all
        select item, datediff(cast(occurred_at as date), released_date)
        from silver.work_order
        where company = :company and status = 'completed'
          and cast(occurred_at as date) <= :asOf and released_date > date_sub(:asOf, 730)
      )
      select item, count(*) as receipts, avg(cast(days as double)) as mean_days,
        coalesce(stddev_samp(cast(days as double)), 0.0d) as deviation_days
      from seen where days >= 0 group by item
      """;

  /** What the policies depend on besides sales: it differs when they may. */
  static final String FINGERPRINTS =
      """
      with prints as (
        select company, max(position) as mark, sum(on_hand_qty) as total
        from silver.item_balance group by company
        union all
        select company, max(position), 0 from silver.item group by company
        union all
        select company, max(position), 0 from silver.item_policy group by company
        union all
        select company, max(position), 0 from silver.planning_settings group by company
        union all
        select company, datediff(max(as_of), date'1970-01-01'), sum(forecast)
        from gold.demand_forecast group by company
      )
      select company, concat_ws('/', sort_array(collect_list(concat_ws(':', mark, total))))
          as fingerprint
      from prints group by company
      """;

  private StockPolicySql() {}
}
