package org.millrace.dashboards;

import java.sql.SQLException;

/** What planners look at, for both companies of {@link Fixture}: forecasts, policies, plans. */
final class PlanFixture {
  private static final String FORECASTS =
      """
      update mart.demand_forecast set pattern = 'smooth', naive_error = 0.38,
        reason_zh = '十二个起点中误差最小', lo95 = greatest(lo80 - 5, 0), hi95 = hi80 + 7,
        statistical = forecast - 3, naive = forecast + 4, base = forecast - 7, opportunities = 2,
        campaigns = case when period = '2011-09-12' then 3 else 0 end, ordered = 2,
        net = forecast - 2,
        override = case when period = '2011-09-19' and item = '22117' then 120 end;
      insert into mart.forecast_exception(company, item, item_name, as_of, kind, severity,
        units_qty, text_en, text_zh)
      select company, item, max(item_name), '2011-08-31', k.kind, k.severity, avg(quantity), k.en,
        k.zh
      from mart.demand_weekly, (values
        (0, 'bias', 'warning', 'Forecasts of a quarter lie 24 % too high.',
          '一个季度的预测偏高 24%。'),
        (1, 'outside_interval', 'info', 'Last week 61 were sold; 95 of 100 weeks keep 12 to 48.',
          '上周售出 61；95% 的周在 12 至 48 之间。'),
        (2, 'stock_out', 'urgent', 'Stock-out suspected: nothing sold for 4 weeks, none on hand.',
          '疑似缺货：4 周未售且无库存。')) k(n, kind, severity, en, zh)
      where right(item, 1)::int % 5 = k.n
      group by company, item, k.n, k.kind, k.severity, k.en, k.zh;
      insert into mart.forecast_accuracy(company, item, item_name, as_of, source, lag, periods,
        actual_qty, abs_error_qty, error_qty, naive_abs_error_qty, statistical_abs_error_qty,
        scale_qty, covered_periods, inside80_periods, inside95_periods, overridden_periods,
        overridden_actual_qty, overridden_abs_error_qty, overridden_calculated_abs_error_qty,
        calculated_abs_error_qty)
      select company, item, max(item_name), '2011-08-31', source, lag, 12, sum(quantity),
        sum(quantity) * (0.18 + lag * 0.02), sum(quantity) * (0.03 - lag * 0.01),
        sum(quantity) * (0.27 + lag * 0.02), sum(quantity) * (0.20 + lag * 0.02),
        sum(quantity) * 0.3, 12, 10, 11, 2, sum(quantity) / 6, sum(quantity) / 40,
        sum(quantity) / 30, sum(quantity) * (0.19 + lag * 0.02)
      from mart.demand_weekly, generate_series(1, 6) lag,
        (values ('frozen'), ('tested')) s(source)
      group by company, item, source, lag;
      insert into mart.forecast_series(company, item, item_name, location, customer_group, grain,
        as_of, period, forecast, lo80, hi80, method, series, lo95, hi95, reason, reason_zh, periods,
        actual_qty, abs_error_qty, error_qty, naive_abs_error_qty, scale_qty, covered_periods,
        inside80_periods, inside95_periods)
      select company, item, item_name, place, groups, grain, as_of + later, period,
        forecast * share,
        lo80 * share, hi80 * share, method, series, lo95 * share, hi95 * share, reason, reason_zh,
        13, forecast * share * 13, forecast * share * (2 + n), forecast * share * (n - 1),
        forecast * share * 5, forecast * share * 4, 12, 10 - n, 11
      from mart.demand_forecast, (values (0, 'all', '', '', 1),
        (1, 'location', 'MAIN', '', 0.7), (2, 'location', 'SHOP', '', 0.3),
        (1, 'group', '', 'France', 0.4), (2, 'group', '', 'Spain', 0.6))
        p(n, series, place, groups, share), (values ('week', 0), ('month', 3)) g(grain, later);
      insert into mart.series_accuracy(company, grain, item, item_name, as_of, lag, periods,
        actual_qty, abs_error_qty, error_qty, naive_abs_error_qty, scale_qty, covered_periods,
        inside80_periods, inside95_periods)
      select company, grain, item, item_name, as_of, lag, periods, actual_qty, abs_error_qty,
        error_qty, naive_abs_error_qty, scale_qty, covered_periods, inside80_periods,
        inside95_periods
      from mart.forecast_accuracy, (values ('day'), ('month')) g(grain) where source = 'frozen';
      insert into mart.forecast_override(company, item, location, period, quantity, note, author,
        overridden_at, is_withdrawn)
      values ('MERIDIAN', '22117', '', '2011-09-19', 120, 'Fair in Birmingham', 'planner',
          '2011-08-31 09:12:00+00', false),
        ('MERIDIAN', '22118', '', '2011-09-12', 10, 'Mistaken', 'planner',
          '2011-08-30 09:12:00+00', true);
      insert into mart.override_outcome(company, item, item_name, location, period, lag, author,
        note, calculated, override, actual_qty, calculated_abs_error_qty, abs_error_qty,
        value_added_qty, as_of)
      select 'MERIDIAN', '22117', 'HAND WARMER', '', period::date, lag, author, note, 60, said, 70,
        10, abs(said - 70), 10 - abs(said - 70), '2011-08-31'
      from (values ('2011-08-15', 66, 'planner', 'Fair in Leeds'),
          ('2011-08-22', 95, 'optimist', 'Felt like more')) k(period, said, author, note),
        generate_series(1, 2) lag;
      """;
  private static final String SUPPLY =
      """
      insert into mart.stock_policy(company, as_of, item, item_name, currency, source, abc, xyz,
        service_level, weekly_qty, lead_days, safety_qty, reorder_qty, order_qty, on_hand_qty,
        cover_days, is_short, stock_amount, policy_stock_amount, safety_amount, met_amount,
        demanded_amount, excess_amount, dead_amount, went_qty, made_rate, is_behind)
      select company, '2011-08-31', item, max(item_name), max(currency),
        case when right(item, 1)::int < 3 then 'make' else 'buy' end,
        (array['A', 'B', 'C'])[1 + right(item, 1)::int % 3],
        (array['X', 'Y', 'Z'])[1 + right(item, 2)::int % 3], 0.98, sum(quantity) / 60, 7,
        sum(quantity) / 50, sum(quantity) / 20, sum(quantity) / 10, 40 + count(*) % 90,
        3 + right(item, 2)::int, right(item, 1)::int % 4 = 0, 300, 280, 90, 965, 1000,
        case when right(item, 1)::int = 7 then 120 else 0 end,
        case when right(item, 1)::int = 9 then 80 else 0 end, 48,
        case when right(item, 1)::int < 3 then 0.75 end, right(item, 1)::int = 1
      from mart.sales_invoice_line where quantity > 0 group by company, item;
      insert into mart.service_curve(company, as_of, service_level, currency, safety_amount,
        stock_amount, met_amount, demanded_amount)
      select company, '2011-08-31', level, max(currency), 1000 / (1.001 - level),
        4000 + 1000 / (1.02 - level), 52000 * (0.9 + level / 10.1), 52000
      from mart.sales_invoice_line,
        unnest(array[0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.995]::numeric[]) level
      group by company, level;
      insert into mart.proposal(company, proposal, plan_version, as_of, item, source, quantity,
        orders, start_date, due_date, needed_date, state, document_type, document_number,
        item_name, supplier, supplier_name, cost_amount, cost_currency, is_late)
      select company, 'P-' || n, '2011-08-31/1', '2011-08-31', '221' || lpad(n::text, 2, '0'),
        case when n % 3 = 0 then 'make' else 'buy' end, 20 + n * 5, 1, date '2011-09-01' + n,
        date '2011-09-06' + n, date '2011-09-07' + n - case when n = 22 then 4 else 0 end,
        case when n = 9 then 'approved' else 'open' end,
        case when n = 9 then 'work-order' end, case when n = 9 then 'WO-4' end,
        'HAND WARMER ' || n, case when n % 3 > 0 then 'S-' || n end,
        case when n % 3 > 0 then 'Supplier ' || n end,
        case when n <> 24 then (20 + n * 5) * 2.5 end, case when n <> 24 then 'GBP' end, n = 22
      from (values ('MERIDIAN'), ('ALTBERG')) c(company),
        (select * from generate_series(1, 9) union select * from generate_series(21, 29)) k(n);
      """;

  private static final String PLAN =
      """
      insert into mart.plan_version(company, as_of, plan_version, before_version, proposals,
        messages, changed_qty, planned_qty)
      select company, '2011-08-31', 2, 1, 9, 4, 30, 400
      from (values ('MERIDIAN'), ('ALTBERG')) c(company);
      insert into mart.proposal_peg(company, proposal, item, reason, document, quantity)
      select company, proposal, item, k.reason, k.document || proposal, quantity / 2
      from mart.proposal, (values ('sales_order', 'SO-536'), ('forecast', '2011-09-12 '))
        k(reason, document);
      insert into mart.plan_message(company, as_of, plan_version, message_no, kind, severity, item,
        item_name, document, document_type, quantity, from_date, to_date, text_en, text_zh)
      select company, as_of, 2, n, k.kind, k.severity, '2210' || n, 'HAND WARMER', document,
        type, 20,
        '2011-09-07', '2011-09-12', k.en, k.zh
      from mart.plan_version, (values
        (1, 'late', 'urgent', 'SO-536101', 'sales-order',
          'SO-536101 needs 20 on 7 Sep; they can be there 12 Sep.',
          'SO-536101 于 9 月 7 日需要 20，最早 9 月 12 日到货。'),
        (2, 'reschedule_in', 'warning', 'PO-3', 'purchase-order',
          'PO-3 is needed five days earlier.', 'PO-3 需提前五天。'),
        (3, 'surplus', 'info', 'PO-4', 'purchase-order',
          'Nothing needs 20 of PO-4.', 'PO-4 中有 20 无需求。'))
        k(n, kind, severity, document, type, en, zh);
      insert into mart.plan_material_week(company, as_of, plan_version, item, item_name, period,
        needed_qty, receipts_qty, proposed_qty, started_qty, stock_qty)
      select company, as_of, 2, '2210' || i, 'HAND WARMER', date '2011-09-05' + 7 * w, 10 + w,
        case w when 1 then 20 else 0 end, 12, 12, 30 - w
      from mart.plan_version, generate_series(0, 5) w, generate_series(1, 3) i;
      insert into mart.plan_load_week(company, as_of, plan_version, work_centre, period,
        load_hours, capacity_hours, excess_hours, is_overload)
      select company, as_of, 2, centre, date '2011-09-05' + 7 * w, 30 + 7 * w, 40,
        greatest(7 * w - 10, 0), w > 1
      from mart.plan_version, generate_series(0, 2) w,
        unnest(array['ASSEMBLY', 'PAINT']) centre;
      insert into mart.plan_load_job(company, as_of, plan_version, work_centre, period, job,
        load_hours)
      select company, as_of, 2, work_centre, period, 'P-3', load_hours from mart.plan_load_week;
      insert into mart.plan_change(company, as_of, plan_version, change_no, kind, item, item_name,
        before_proposal, proposal, before_due_date, due_date, planned_qty, quantity, changed_qty,
        first_date)
      select company, as_of, 2, 1, 'moved', '22101', 'HAND WARMER', 'P-0', 'P-1', '2011-09-14',
        '2011-09-07', 25, 25, 25, '2011-09-07' from mart.plan_version;
      """;

  private PlanFixture() {}

  static void load(TestingMart mart) throws SQLException {
    mart.run(FORECASTS);
    mart.run(SUPPLY);
    mart.run(PLAN);
  }
}
