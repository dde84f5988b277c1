package org.millrace.dashboards.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.MetricId;

/** The SQL of shipped metrics; that it gives the right figures is tested on a database. */
class MetricQueriesTest {
  private static final Path DASHBOARDS = Path.of("").toAbsolutePath();
  private static final MartTables TABLES = MartTables.read(DASHBOARDS.getParent());
  private static final Definitions SHIPPED = Definitions.read(DASHBOARDS, TABLES);
  private static final MetricQueries QUERIES = new MetricQueries(TABLES, Clock.systemUTC());
  private static final Slice AUGUST =
      new Slice("MERIDIAN", "GBP", Optional.of(Period.of("2011-08")), Optional.empty(), Map.of());

  @Test
  void bindsEveryValueAndWritesNoneIntoTheText() {
    Query query = QUERIES.total(metric("sales/net-revenue"), AUGUST);
    assertThat(query.sql()).doesNotContain("MERIDIAN").doesNotContain("2011");
    assertThat(query.values()).containsExactly("MERIDIAN", "GBP", "2011-08-01", "2011-09-01");
    assertThat(query.explain())
        .contains(
            "from mart.sales_monthly",
            "company = 'MERIDIAN'",
            "month >= '2011-08-01'::date and month < '2011-09-01'::date");
  }

  @Test
  void dividesTheSumsOfARatio() {
    assertThat(QUERIES.total(metric("sales/margin-rate"), AUGUST).sql())
        .contains(
            "(coalesce(sum(net_revenue), 0) - coalesce(sum(cost_amount), 0))::numeric"
                + " / nullif(coalesce(sum(net_revenue), 0), 0) as value");
  }

  @Test
  void takesTheLastMonthOfABalance() {
    assertThat(QUERIES.total(metric("ledger/cash"), AUGUST).sql())
        .contains("month = (select max(l.month) from mart.trial_balance l", "account::text in (?)");
  }

  @Test
  void takesTheLatestRunOfAForecast() {
    assertThat(QUERIES.total(metric("demand/forecast"), AUGUST.allTime()).sql())
        .contains(
            "(as_of) in (select max(l.as_of) from mart.demand_forecast l where l.company = ?)");
  }

  @Test
  void takesTheLatestRunOfEachGrain() {
    assertThat(QUERIES.total(metric("demand/location-error"), AUGUST.allTime()).sql())
        .contains(
            "(grain, as_of) in (select l.grain, max(l.as_of) from mart.forecast_series l"
                + " where l.company = ? group by l.grain)");
  }

  @Test
  void gathersDaysIntoMonths() {
    assertThat(QUERIES.overTime(metric("sales/return-rate"), AUGUST, Chart.Grain.MONTH).sql())
        .contains("date_trunc('month', day)::date as key");
  }

  @Test
  void leavesACountryOutWhereTheTableHasNone() {
    Slice german = new Slice("MERIDIAN", "GBP", Optional.empty(), Optional.of("Germany"), Map.of());
    assertThat(QUERIES.total(metric("sales/orders"), german).values()).contains("Germany");
    assertThat(QUERIES.total(metric("ledger/cash"), german).values()).doesNotContain("Germany");
  }

  @Test
  void refusesToSplitByAColumnThatIsNotThere() {
    Chart.Dimension by = new Chart.Dimension("colour", Optional.empty());
    assertThatThrownBy(() -> QUERIES.by(metric("sales/orders"), AUGUST, by, 5))
        .hasMessageContaining("sales_monthly has no column 'colour'");
  }

  @Test
  void refusesAFigureOverAllCompanies() {
    assertThatThrownBy(() -> Slice.of("", "GBP")).hasMessageContaining("Choose a company");
  }

  private static Metric metric(String id) {
    return SHIPPED.metric(MetricId.of(id));
  }
}
