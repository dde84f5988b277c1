package org.millrace.analytics.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.millrace.analytics.mrp.Weeks.bill;
import static org.millrace.analytics.mrp.Weeks.buy;
import static org.millrace.analytics.mrp.Weeks.facts;
import static org.millrace.analytics.mrp.Weeks.make;
import static org.millrace.analytics.mrp.Weeks.releases;
import static org.millrace.analytics.mrp.Weeks.week;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.calendar.WorkCalendar;
import org.millrace.analytics.mrp.capacity.CapacityLoad;
import org.millrace.analytics.mrp.capacity.LoadWeek;
import org.millrace.analytics.mrp.capacity.Operation;
import org.millrace.analytics.mrp.capacity.WorkCentre;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.Peg;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.lot.LotRule;

/** The golden planning example and the published problems of known_answers.json. */
class KnownPlansTest {

  static PlanFacts bicycles() {
    return facts(
        List.of(
            make("bike", 1).withStock(20),
            buy("wheel", 2).withStock(50).withLotRule(new LotRule.Multiple(50))),
        bill("bike", "wheel", 2),
        List.of(Demand.order("SO-1", "bike", week(5), 100)),
        List.of(new Receipt("WO-1", Receipt.Kind.WORK_ORDER, "bike", week(3), 10)));
  }

  private static List<BillLine> bills(List<List<BillLine>> bills) {
    return bills.stream().flatMap(List::stream).toList();
  }

  @Test
  void plansTheGoldenBicycles() {
    Plan plan = Mrp.plan(bicycles());

    assertThat(releases(plan))
        .isEqualTo(Map.of("bike", Map.of(4, 70.0), "wheel", Map.of(2, 100.0)));
    assertThat(plan.proposals("bike").get(0).dates().due()).isEqualTo(week(5));
    assertThat(plan.behind(plan.proposals("bike").get(0)))
        .containsExactly(new Peg(Peg.Reason.SALES_ORDER, "SO-1", 70));
    assertThat(plan.behind(plan.proposals("wheel").get(0)))
        .containsExactly(
            new Peg(Peg.Reason.SALES_ORDER, "SO-1", 90), new Peg(Peg.Reason.LOT_SIZE, "wheel", 10));
  }

  /** What lies there in sum may be more than one document may say, and a bill may multiply it. */
  @Test
  void plansOnBesideFiguresBeyondBelief() {
    int most = 1_000_000_000;
    Plan plan =
        Mrp.plan(
            facts(
                List.of(
                    make("gear", 1),
                    make("tooth", 1),
                    buy("atom", 1),
                    buy("oil", 1).withStock(999_999_999_999.0),
                    buy("bell", 1)),
                bills(List.of(bill("gear", "tooth", most), bill("tooth", "atom", most))),
                List.of(
                    Demand.order("SO-1", "gear", week(5), most),
                    Demand.order("SO-2", "bell", week(5), 7)),
                List.of()));

    assertThat(releases(plan).get("bell")).isEqualTo(Map.of(4, 7.0));
    assertThat(releases(plan).get("tooth")).isEqualTo(Map.of(3, 1e12));
    assertThat(releases(plan).get("atom")).isEqualTo(Map.of(2, 1e12));
  }

  @Test
  void showsTheGoldenMaterialByWeek() {
    List<MaterialWeek> wheels = Mrp.plan(bicycles()).material("wheel");

    assertThat(wheels.get(1)).isEqualTo(new MaterialWeek(week(2), 0, 0, 0, 100, 50));
    assertThat(wheels.get(3)).isEqualTo(new MaterialWeek(week(4), 140, 0, 100, 0, 10));
    assertThat(wheels.get(19).stock()).isEqualTo(10);
  }

  @Test
  void loadsTheWorkCentreWithProposalsAndOpenWorkOrders() {
    WorkCentre assembly = new WorkCentre("assembly", 6, WorkCalendar.mondayToFriday("five"));
    Operation mounting = new Operation("bike", "assembly", 5, 0.5);

    List<LoadWeek> weeks =
        CapacityLoad.of(
            Weeks.FIRST, List.of(assembly), List.of(mounting), Mrp.plan(bicycles()).jobs());

    assertThat(weeks)
        .extracting(LoadWeek::monday, LoadWeek::load, LoadWeek::capacity, LoadWeek::isOverload)
        .containsExactly(tuple(week(2), 10.0, 30.0, false), tuple(week(4), 40.0, 30.0, true));
  }

  @Test
  void explodesTenBikesAWeekIntoTwentyWheels() {
    List<Demand> forecasts = new ArrayList<>();
    for (int week = 4; week <= 12; week++) {
      forecasts.add(Demand.forecast("F-" + week, "bike", week(week), 10));
    }
    Plan plan =
        Mrp.plan(
            facts(
                List.of(make("bike", 1), buy("wheel", 2)),
                bill("bike", "wheel", 2),
                forecasts,
                List.of()));

    assertThat(plan.material("wheel").subList(2, 11))
        .extracting(MaterialWeek::needed)
        .containsOnly(20.0);
    assertThat(plan.messages()).isEmpty();
  }

  @Test
  void plansThreeLevels() {
    Plan plan =
        Mrp.plan(
            facts(
                List.of(
                    make("A", 1),
                    make("B", 2),
                    make("C", 2),
                    buy("D", 3),
                    buy("E", 2),
                    buy("F", 3)),
                bills(
                    List.of(
                        bill("A", "B", 2, "C", 3),
                        bill("B", "D", 2, "E", 3),
                        bill("C", "F", 2, "E", 1))),
                List.of(Demand.order("SO-1", "A", week(10), 95)),
                List.of()));

    assertThat(releases(plan))
        .isEqualTo(
            Map.of(
                "A", Map.of(9, 95.0),
                "B", Map.of(7, 190.0),
                "C", Map.of(7, 285.0),
                "D", Map.of(4, 380.0),
                "E", Map.of(5, 855.0),
                "F", Map.of(4, 570.0)));
  }

  @Test
  void plansFourLevels() {
    Plan plan =
        Mrp.plan(
            facts(
                List.of(
                    make("Z", 2),
                    make("A", 1),
                    buy("B", 1),
                    buy("C", 1),
                    make("D", 1),
                    buy("E", 3)),
                bills(
                    List.of(
                        bill("Z", "A", 2, "B", 3), bill("A", "C", 4, "D", 4), bill("D", "E", 2))),
                List.of(Demand.order("SO-1", "Z", week(10), 59)),
                List.of()));

    assertThat(releases(plan))
        .isEqualTo(
            Map.of(
                "Z", Map.of(8, 59.0),
                "A", Map.of(7, 118.0),
                "B", Map.of(7, 177.0),
                "C", Map.of(6, 472.0),
                "D", Map.of(6, 472.0),
                "E", Map.of(3, 944.0)));
  }

  @Test
  void plansAnItemThatStandsOnTwoLevelsAfterBoth() {
    Plan plan =
        Mrp.plan(
            facts(
                List.of(
                    make("A", 2).withStock(5).withLotRule(new LotRule.Fixed(20)),
                    make("B", 2).withStock(10).withLotRule(new LotRule.Fixed(40)),
                    make("C", 1),
                    make("D", 3).withStock(100).withLotRule(new LotRule.Fixed(160)),
                    buy("E", 2).withStock(100),
                    buy("F", 2)),
                bills(
                    List.of(
                        bill("A", "B", 1, "C", 1),
                        bill("B", "D", 3, "F", 1),
                        bill("C", "B", 3, "D", 1, "E", 4),
                        bill("D", "E", 1))),
                List.of(Demand.order("SO-1", "A", week(10), 20)),
                List.of(
                    Receipt.purchase("R-1", "A", week(3), 10),
                    Receipt.purchase("R-2", "B", week(7), 20),
                    Receipt.purchase("R-3", "F", week(5), 40),
                    Receipt.purchase("R-4", "E", week(2), 60))));

    assertThat(releases(plan))
        .isEqualTo(
            Map.of(
                "A", Map.of(8, 20.0),
                "C", Map.of(7, 20.0),
                "B", Map.of(5, 40.0, 6, 40.0),
                "D", Map.of(2, 160.0),
                "F", Map.of(4, 40.0),
                "E", Map.of(5, 80.0)));
  }

  @Test
  void plansOneItemOverTenWeeks() {
    int[] wanted = {41, 44, 84, 42, 84, 86, 7, 18, 49, 30};
    List<Demand> demands = new ArrayList<>();
    for (int week = 1; week <= wanted.length; week++) {
      demands.add(Demand.order("SO-" + week, "item", week(week), wanted[week - 1]));
    }
    Plan plan =
        Mrp.plan(facts(List.of(buy("item", 2).withStock(120)), List.of(), demands, List.of()));

    assertThat(releases(plan).get("item"))
        .isEqualTo(Map.of(1, 49.0, 2, 42.0, 3, 84.0, 4, 86.0, 5, 7.0, 6, 18.0, 7, 49.0, 8, 30.0));
    assertThat(plan.messages()).isEmpty();
  }
}
