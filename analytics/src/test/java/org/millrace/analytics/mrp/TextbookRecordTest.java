package org.millrace.analytics.mrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millrace.analytics.mrp.Weeks.FIRST;
import static org.millrace.analytics.mrp.Weeks.WORK_DAYS;
import static org.millrace.analytics.mrp.Weeks.week;
import static org.millrace.analytics.mrp.Weeks.weekOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.lot.LotRule;

/**
 * The plan against the record of the textbooks, written out week by week for problems in which all
 * can start in time: projected = before + receipts - gross; below safety, a lot is received.
 */
class TextbookRecordTest {

  private static final int WEEKS = 40;
  private static final int FIRST_DEMAND = 25;
  private static final int ITEMS = 6;

  @Property(seed = "1975")
  void agreesWithTheRecordOfTheTextbooks(@ForAll long seed) {
    Problem problem = new Problem(new Random(seed));
    Map<String, Map<Integer, Double>> releases = new TreeMap<>();
    for (Proposal proposal : Mrp.plan(problem.facts()).proposals()) {
      releases
          .computeIfAbsent(proposal.item(), item -> new TreeMap<>())
          .merge(weekOf(proposal.dates().start()), proposal.quantity(), Double::sum);
    }

    assertThat(releases).isEqualTo(problem.releases());
  }

  /** Whole quantities, lead times in weeks, all demand late in the horizon, receipts before it. */
  private static final class Problem {

    private final int[] lead = new int[ITEMS];
    private final int[] onHand = new int[ITEMS];
    private final int[] safety = new int[ITEMS];
    private final int[] lot = new int[ITEMS];
    private final int[][] per = new int[ITEMS][ITEMS];
    private final int[][] demand = new int[ITEMS][WEEKS + 1];
    private final int[][] receipt = new int[ITEMS][WEEKS + 1];

    Problem(Random random) {
      for (int item = 0; item < ITEMS; item++) {
        lead[item] = random.nextInt(4);
        safety[item] = random.nextInt(20);
        onHand[item] = safety[item] + random.nextInt(60);
        lot[item] = random.nextInt(3) * 10;
        for (int component = item + 1; component < ITEMS; component++) {
          per[item][component] = Math.max(0, random.nextInt(5) - 2);
        }
        receipt[item][1 + random.nextInt(FIRST_DEMAND - 20)] = random.nextInt(30);
        for (int number = random.nextInt(6); number > 0; number--) {
          demand[item][FIRST_DEMAND + random.nextInt(WEEKS - FIRST_DEMAND)] += random.nextInt(50);
        }
      }
    }

    Map<String, Map<Integer, Double>> releases() {
      Map<String, Map<Integer, Double>> releases = new TreeMap<>();
      int[][] gross = demand.clone();
      for (int item = 0; item < ITEMS; item++) {
        int projected = onHand[item];
        for (int week = 1; week <= WEEKS; week++) {
          projected += receipt[item][week] - gross[item][week];
          if (projected < safety[item]) {
            int net = safety[item] - projected;
            int received = lot[item] == 0 ? net : (net + lot[item] - 1) / lot[item] * lot[item];
            projected += received;
            int release = week - lead[item];
            releases
                .computeIfAbsent("item" + item, name -> new TreeMap<>())
                .put(release, (double) received);
            for (int component = item + 1; component < ITEMS; component++) {
              gross[component] = gross[component].clone();
              gross[component][release] += per[item][component] * received;
            }
          }
        }
      }
      return releases;
    }

    PlanFacts facts() {
      List<PlannedItem> items = new ArrayList<>();
      List<BillLine> bills = new ArrayList<>();
      List<Demand> demands = new ArrayList<>();
      List<Receipt> receipts = new ArrayList<>();
      for (int item = 0; item < ITEMS; item++) {
        String name = "item" + item;
        PlannedItem planned =
            PlannedItem.make(name, lead[item] * WORK_DAYS)
                .withStock(onHand[item])
                .withSafetyStock(safety[item]);
        items.add(lot[item] == 0 ? planned : planned.withLotRule(new LotRule.Multiple(lot[item])));
        for (int component = item + 1; component < ITEMS; component++) {
          if (per[item][component] > 0) {
            bills.add(BillLine.of(name, "item" + component, per[item][component]));
          }
        }
        for (int week = 1; week <= WEEKS; week++) {
          if (demand[item][week] > 0) {
            demands.add(Demand.order(name + week, name, week(week), demand[item][week]));
          }
          if (receipt[item][week] > 0) {
            receipts.add(Receipt.purchase(name + week, name, week(week), receipt[item][week]));
          }
        }
      }
      return new PlanFacts(PlanTerms.weeks(FIRST, WEEKS), items, bills, demands, receipts);
    }
  }
}
