package org.millrace.dashboards;

import java.sql.SQLException;

/** What planners look at, for both companies of {@link Fixture}: overrides and proposals. */
final class PlanFixture {
  private static final String FORECASTS =
      """
      insert into mart.forecast_override(company, item, location, period, quantity, note, author,
        overridden_at, is_withdrawn)
      values ('MERIDIAN', '22117', '', '2011-09-19', 120, 'Fair in Birmingham', 'planner',
          '2011-08-31 09:12:00+00', false),
        ('MERIDIAN', '22118', '', '2011-09-12', 10, 'Mistaken', 'planner',
          '2011-08-30 09:12:00+00', true);
      """;
  private static final String SUPPLY =
      """
      insert into mart.proposal(company, proposal, plan_version, as_of, item, source, quantity,
        orders, start_date, due_date, needed_date, state, document_type, document_number)
      select company, 'P-' || n, '2011-08-31/1', '2011-08-31', '221' || lpad(n::text, 2, '0'),
        case when n % 3 = 0 then 'make' else 'buy' end, 20 + n * 5, 1, date '2011-09-01' + n,
        date '2011-09-06' + n, date '2011-09-07' + n,
        case when n = 9 then 'approved' else 'open' end,
        case when n = 9 then 'work-order' end, case when n = 9 then 'WO-4' end
      from (values ('MERIDIAN'), ('ALTBERG')) c(company), generate_series(1, 9) n;
      """;

  private PlanFixture() {}

  static void load(TestingMart mart) throws SQLException {
    mart.run(FORECASTS);
    mart.run(SUPPLY);
  }
}
