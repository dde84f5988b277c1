package org.millrace.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.analytics.demand.DemandJob;
import org.millrace.warehouse.AnalysisRun;

/**
 * Opportunities, campaigns, orders and overrides in the forecast of the demand job, on a real lake.
 *
 * <p>Of 20 opportunities that ended half were won, of the 10 that stayed in their stage for 40 days
 * 2: all 10 / 30, the stage (10 + 10 / 3) / 30 = 0.4444, after a month (2 + 4.444) / 20 = 0.3222.
 */
@Tag("slow")
class DemandOfSalesJobTest {

  private static final LocalDate SUNDAY = LocalDate.of(2026, 5, 31);

  /** Ten a week; 30 of a lamp and 5 of a horn in four weeks of campaigns; 40 of each deal won. */
  private static final String DEMAND =
      """
      select company, item, concat('Item ', item) as item_name, period,
        cast(quantity as decimal(18,4)) as quantity
      from (
        select id, date_add(date'2025-09-01', cast(7 * id as int)) as period from range(39)
      ) cross join (select * from values ('SHOP', 'BELL'), ('SHOP', 'LAMP'), ('SALE', 'HORN'),
        ('SHOP', 'DEAL') as sold(company, item))
      cross join lateral (select case
        when item = 'DEAL' then 40
        when id between 31 and 34 and item = 'LAMP' then 30
        when id between 31 and 34 and item = 'HORN' then 5
        else 10 end as quantity)
      where item <> 'DEAL' or id >= 29
      """;

  /** 0 to 19 ended, the first ten won one a week, 2 of them after a long stage; 21 to 24 open. */
  private static final String OPPORTUNITIES =
      """
      with opened as (
        select id, concat('O', id) as number,
          case when id < 10 then date_add(date'2026-03-25', cast(7 * id as int))
            when id < 20 then date'2026-05-20' end as closed
        from range(25) where id <> 20
      )
      select 'SHOP' as company, number,
        case when id < 10 then 'won' when id < 20 then 'lost' else 'open' end as outcome,
        cast(coalesce(date_sub(closed, 14), date'2026-04-01') as timestamp) as opened_at,
        cast(closed as timestamp) as closed_at, closed,
        case id when 21 then date'2026-06-10' when 22 then date'2026-06-17'
          when 23 then date'2026-05-01' when 24 then date'2026-06-24' end as expected_close_date,
        id, 1L as position
      from opened
      """;

  private static final String STAGES =
      """
      select company, number, 1 as entry_no, 'proposal' as stage,
        timestamp'2026-06-01 00:00:00' - make_dt_interval(if(id = 22, 40, 5)) as entered_at,
        closed_at as left_at,
        if(closed_at is null, null, if(id < 2 or id >= 12, 40, 5) * 86400L) as stage_seconds,
        1L as position
      from (%s)
      """;

  private static final String LINES =
      """
      select company, number, 1 as line_no,
        case when id < 10 then 'DEAL' when id = 24 then 'HOPED' else 'BELL' end as item,
        case when id < 10 then 40 when id = 23 then 9 else 90 end as quantity,
        false as is_dropped, 1L as position
      from (%s)
      union all
      select 'SHOP', 'O21', 2, 'BELL', 500, true, 1L
      """;

  private static final String CAMPAIGNS =
      """
      select company, code, status, starts_on, ends_on, 1L as position
      from values ('SHOP', 'SPRING', 'ended', date'2026-04-06', date'2026-05-03'),
        ('SALE', 'SPRING', 'ended', date'2026-04-06', date'2026-05-03'),
        ('SHOP', 'JUNE', 'planned', date'2026-06-08', date'2026-06-14'),
        ('SALE', 'JUNE', 'planned', date'2026-06-08', date'2026-06-14'),
        ('SHOP', 'HELD', 'held', date'2026-06-15', date'2026-06-21')
        as campaigns(company, code, status, starts_on, ends_on)
      """;

  private static final String CAMPAIGN_ITEMS =
      """
      select company, code, item, 1L as position
      from values ('SHOP', 'SPRING', 'LAMP'), ('SALE', 'SPRING', 'HORN'), ('SHOP', 'JUNE', 'LAMP'),
        ('SALE', 'JUNE', 'HORN'), ('SHOP', 'HELD', 'LAMP'), ('SHOP', 'JUNE', 'SHOWN')
        as items(company, code, item)
      """;

  @TempDir static Path folder;
  private static final DemandJob JOB = new DemandJob(Clock.systemUTC());
  private static TestingLake testing;

  @BeforeAll
  static void fillsTheLake() {
    testing = new TestingLake(folder);
    testing.fill(
        "gold.sales_invoice",
        "select company, date'%s' as invoice_date, 1L as position".formatted(SUNDAY)
            + " from (select explode(array('SHOP', 'SALE')) as company)");
    testing.fill("gold.demand_weekly", DEMAND);
    testing.fill("silver.opportunity", OPPORTUNITIES);
    testing.fill("silver.opportunity_stage", STAGES.formatted(OPPORTUNITIES));
    testing.fill("silver.opportunity_line", LINES.formatted(OPPORTUNITIES));
    testing.fill("silver.campaign", CAMPAIGNS);
    testing.fill("silver.campaign_item", CAMPAIGN_ITEMS);
    testing.fill(
        "silver.item",
        "select 'SHOP' as company, code, concat('The ', code) as name, kind, 'pcs' as unit,"
            + " 1L as aggregate_version from values ('BELL', 'stocked'), ('HOPED', 'stocked'),"
            + " ('CARE', 'service') as items(code, kind)");
    testing.fill(
        "silver.sales_order",
        "select 'SHOP' as company, 'S1' as number, 'open' as status,"
            + " date'2026-06-10' as requested_date, 1L as position");
    testing.fill(
        "silver.sales_order_line",
        "select 'SHOP' as company, 'S1' as number, line_no, item, ordered as ordered_qty,"
            + " 0 as invoiced_qty, 1L as position from values (1, 'LAMP', 16), (2, 'WANTED', 8),"
            + " (3, 'CARE', 3) as lines(line_no, item, ordered)");
    testing.fill(
        "silver.forecast_override",
        "select 'SHOP' as company, item, '' as location, period, quantity, false as is_withdrawn,"
            + " 1L as position from values ('SAID', date'2026-06-22', 25),"
            + " ('WANTED', date'2026-06-08', 5) as said(item, period, quantity)");
    run(Optional.of(SUNDAY));
  }

  @AfterAll
  static void closes() {
    testing.close();
  }

  private static String run(Optional<LocalDate> asOf) {
    return JOB.run(
            new AnalysisRun(testing.lake(), asOf, Optional.of("SHOP").filter(x -> asOf.isEmpty())))
        .figures()
        .get("companies")
        .toString();
  }

  private static List<String> rows(String table, String where, String columns) {
    return testing.texts(table, where, columns);
  }

  private static List<String> forecasts(String where, String columns) {
    return rows("gold.demand_forecast", "as_of = '2026-05-31' and " + where, columns);
  }

  /** 90 x 0.4444, 90 x 0.3222, and 9 x 0.4444 whose close date has passed. */
  @Test
  void openOpportunitiesCountByTheConversionOfTheirStageAndAge() {
    assertThat(forecasts("item = 'BELL' and opportunities > 0", "period, round(opportunities, 3)"))
        .containsExactly("2026-06-01 4.000", "2026-06-08 40.000", "2026-06-15 29.000");
    assertThat(
            forecasts(
                "item = 'BELL' and abs(forecast - base - opportunities - campaigns - ordered)"
                    + " > 0.0002",
                "period"))
        .isEmpty();
  }

  /** All that was sold was won after 14 days: nothing is open, so new ones come from week 3 on. */
  @Test
  void dealsYetToBeOpenedBringWhatTheyUsuallyDo() {
    assertThat(forecasts("item = 'DEAL'", "period, cast(base as int), cast(opportunities as int)"))
        .startsWith("2026-06-01 0 0", "2026-06-08 0 0", "2026-06-15 0 40")
        .endsWith("2026-08-24 0 40");
  }

  /**
   * 4/12 x 2 + 8/12 x (4/12 x 2) = 1.1111 of the lamp, 4/12 x -0.5 + 8/12 x -0.1667 of the horn.
   */
  @Test
  void campaignsCountByTheUpliftMeasuredAlsoWhereTheyLowerDemand() {
    assertThat(
            forecasts(
                "item = 'HORN' and campaigns <> 0",
                "period, round(campaigns / statistical, 4), base = statistical,"
                    + " abs(forecast - base - campaigns) < 0.0002"))
        .containsExactly("2026-06-08 -0.2778 true true");
    assertThat(forecasts("item = 'LAMP' and campaigns <> 0", "period"))
        .as("the one that is held counts nothing")
        .containsExactly("2026-06-08");
  }

  @Test
  void openOrdersTakeThePlaceOfBaseThenOfCampaigns() {
    assertThat(
            forecasts(
                "item = 'LAMP' and period = '2026-06-08'",
                "cast(ordered as int), cast(base as int), statistical < 16,"
                    + " abs(forecast - statistical * 2.11111) < 0.001,"
                    + " abs(campaigns - forecast + 16) < 0.001"))
        .containsExactly("16 0 true true true");
  }

  @Test
  void theNetIsForecastLessOrdersAndNeverBelowNothing() {
    assertThat(forecasts("net is null or net <> greatest(0, forecast - ordered)", "item, period"))
        .isEmpty();
    assertThat(
            forecasts(
                "period = '2026-06-08' and item in ('LAMP', 'WANTED')",
                "item, cast(ordered as int), cast(net as int), net = campaigns"))
        .containsExactly("LAMP 16 6 true", "WANTED 8 0 true");
  }

  @Test
  void whatAMethodIsHeldAgainstHoldsCampaignsAndDealsOnBothSides() {
    assertThat(
            rows(
                "gold.forecast_actual",
                "item = 'DEAL' and (actual <> 40 or forecast <> 40)",
                "period, actual, forecast"))
        .isEmpty();
    assertThat(
            rows(
                "gold.forecast_actual",
                "item = 'LAMP' and period = '2026-04-20' and source = 'tested'",
                "cast(actual as int), forecast > 20"))
        .containsExactly("30 true");
  }

  @Test
  void whatNeverSoldHasARowWhereSomethingIsKnownOfIt() {
    String unsold = "item in ('HOPED', 'WANTED', 'SAID', 'SHOWN', 'CARE') and ";
    assertThat(forecasts(unsold + "forecast > 0", "item, period, cast(forecast as int)"))
        .containsExactly("HOPED 2026-06-22 40", "SAID 2026-06-22 25", "WANTED 2026-06-08 5");
    assertThat(
            forecasts(
                unsold
                    + "base = 0 and statistical = 0 and lo80 is null and hi95 is null"
                    + " and reason like 'Not sold yet%' and reason_zh like '尚未售出%'",
                "item"))
        .as("a service has none")
        .hasSize(4 * 13);
    assertThat(
            rows(
                "gold.forecast_exception",
                "item = 'HOPED' and kind = 'new_item'",
                "item_name, text_en"))
        .containsExactly(
            "The HOPED New item: no week with a sale is over. Compare with a similar item.");
  }

  @Test
  void linesAndStagesAndItemsThatLoadLaterCallForANewRun() {
    run(Optional.empty());
    assertThat(run(Optional.empty())).isEqualTo("[]");
    testing.fill("silver.opportunity_line", later(LINES.formatted(OPPORTUNITIES)));
    assertThat(run(Optional.empty())).contains("SHOP");
    testing.fill("silver.opportunity_stage", later(STAGES.formatted(OPPORTUNITIES)));
    assertThat(run(Optional.empty())).contains("SHOP");
    testing.fill("silver.campaign_item", later(CAMPAIGN_ITEMS));
    assertThat(run(Optional.empty())).contains("SHOP");
    assertThat(run(Optional.empty())).isEqualTo("[]");
  }

  private static String later(String query) {
    return "select * except (position), 2L as position from (%s)".formatted(query);
  }
}
