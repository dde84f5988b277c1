package org.millrace.analytics.mrp;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.millrace.analytics.mrp.bill.BillLine;
import org.millrace.analytics.mrp.facts.Demand;
import org.millrace.analytics.mrp.facts.Peg;
import org.millrace.analytics.mrp.facts.PlanFacts;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.Receipt;
import org.millrace.analytics.mrp.lot.LotRule;
import org.millrace.analytics.mrp.version.PlanDifference;

/**
 * What {@code benchmarks/mrp/run.sh} runs: plans a factory made up from a seed. The first plan of
 * the process counts, the rest is warm.
 */
public final class PlanBenchmark {

  private static final double LIMIT_SECONDS = 10;
  private static final int LEVELS = 5;
  private static final int WEEKS = 52;
  private static final int WARM_RUNS = 4;
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 30);

  private final Random random;
  private final int items;
  private final int demands;

  private final int weeks;

  private PlanBenchmark(int items, int demands, long seed, int weeks) {
    this.items = items;
    this.demands = demands;
    this.weeks = weeks;
    random = new Random(seed);
  }

  /** A factory made up from a seed, with demands over so many weeks. */
  public static PlanFacts factory(int items, int demands, long seed, int weeks) {
    return new PlanBenchmark(items, demands, seed, weeks).facts();
  }

  /** ITEMS DEMANDS SEED, each optional from the right. */
  public static void main(String[] arguments) {
    int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int demands = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    PlanFacts facts = factory(items, demands, seed, WEEKS);
    System.out.printf(
        "%d items on %d levels, %d bill lines, %d demands, %d receipts, %d weeks, seed %d%n",
        facts.items().size(),
        LEVELS,
        facts.bills().size(),
        facts.demands().size(),
        facts.receipts().size(),
        WEEKS,
        seed);
    Watch first = new Watch();
    Plan plan = Mrp.plan(facts);
    double planned = first.wall();
    long pegs = follow(plan);
    String cpu = first.cpu();
    double seconds = first.wall();
    System.out.printf(
        Locale.ROOT,
        "mrp: %d proposals, %d pegs to demands; plan %.2f s, with all pegs %.2f s wall, %s CPU;"
            + " limit %.0f s; ratio %.3f%n",
        plan.proposals().size(),
        pegs,
        planned,
        seconds,
        cpu,
        LIMIT_SECONDS,
        seconds / LIMIT_SECONDS);
    System.out.println("messages: " + messages(plan));
    warm(facts, plan);
  }

  private static void warm(PlanFacts facts, Plan before) {
    for (int run = 1; run <= WARM_RUNS; run++) {
      Watch watch = new Watch();
      Plan plan = Mrp.plan(facts);
      double planned = watch.wall();
      follow(plan);
      System.out.printf(
          Locale.ROOT,
          "warm %d: plan %.2f s, with all pegs %.2f s wall, %s CPU; %d changes against the first%n",
          run,
          planned,
          watch.wall(),
          watch.cpu(),
          PlanDifference.between(before, plan).changes().size());
    }
  }

  // Follows every proposal to its demands and checks that the pieces add up.
  private static long follow(Plan plan) {
    long pegs = 0;
    for (Proposal proposal : plan.proposals()) {
      List<Peg> behind = plan.behind(proposal);
      double sum = 0;
      for (Peg peg : behind) {
        sum += peg.quantity();
      }
      if (Math.abs(sum - proposal.quantity()) > 1e-6) {
        throw new IllegalStateException(
            "%s: pegs of %s for %s".formatted(proposal.id(), sum, proposal.quantity()));
      }
      pegs += behind.size();
    }
    return pegs;
  }

  private static Map<PlanMessage.Kind, Integer> messages(Plan plan) {
    Map<PlanMessage.Kind, Integer> count = new EnumMap<>(PlanMessage.Kind.class);
    plan.messages().forEach(message -> count.merge(message.kind(), 1, Integer::sum));
    return count;
  }

  private PlanFacts facts() {
    List<PlannedItem> planned = new ArrayList<>();
    List<BillLine> bills = new ArrayList<>();
    int perLevel = items / LEVELS;
    for (int item = 0; item < perLevel * LEVELS; item++) {
      int level = item / perLevel;
      planned.add(item(item, level));
      int lines = level == LEVELS - 1 ? 0 : 2 + random.nextInt(3);
      for (int line = 0; line < lines; line++) {
        int component = (level + 1) * perLevel + random.nextInt(perLevel);
        bills.add(BillLine.of(name(item), name(component), 1 + random.nextInt(4)));
      }
    }
    List<Demand> wanted = new ArrayList<>();
    for (int demand = 0; demand < demands; demand++) {
      // One in ten is for spare parts.
      int among = random.nextInt(10) == 0 ? perLevel * LEVELS : perLevel;
      int item = random.nextInt(among);
      Demand.Kind kind = random.nextBoolean() ? Demand.Kind.SALES_ORDER : Demand.Kind.FORECAST;
      wanted.add(new Demand("D-" + demand, kind, name(item), day(), 1 + random.nextInt(50)));
    }
    List<Receipt> receipts = new ArrayList<>();
    for (int receipt = 0; receipt < items / 2; receipt++) {
      int item = random.nextInt(perLevel * LEVELS);
      LocalDate due = AS_OF.plusDays(random.nextInt(60) - 5L);
      receipts.add(Receipt.purchase("R-" + receipt, name(item), due, 10 + random.nextInt(100)));
    }
    return new PlanFacts(PlanTerms.weeks(AS_OF, weeks), planned, bills, wanted, receipts);
  }

  private PlannedItem item(int item, int level) {
    int lead = 2 + random.nextInt(14);
    PlannedItem planned =
        level == LEVELS - 1
            ? PlannedItem.buy(name(item), lead)
            : PlannedItem.make(name(item), lead);
    return planned
        .withStock(random.nextInt(200))
        .withSafetyStock(random.nextInt(30))
        .withLotRule(rule());
  }

  private LotRule rule() {
    return switch (random.nextInt(6)) {
      case 0 -> new LotRule.Fixed(25);
      case 1 -> new LotRule.Multiple(10);
      case 2 -> LotRule.Minimum.of(60);
      case 3 -> new LotRule.SilverMeal(50, 0.2);
      case 4 -> new LotRule.WagnerWhitin(50, 0.2);
      default -> LotRule.lotForLot();
    };
  }

  private LocalDate day() {
    return AS_OF.plusDays(random.nextInt(7 * weeks));
  }

  private static String name(int item) {
    return "item-%05d".formatted(item);
  }

  /** Wall and CPU time of the whole process, compiler and collector included. */
  private static final class Watch {

    private final long wall = System.nanoTime();
    private final long cpu = processCpu();

    double wall() {
      return (System.nanoTime() - wall) / 1e9;
    }

    String cpu() {
      return String.format(Locale.ROOT, "%.2f s", (processCpu() - cpu) / 1e9);
    }

    private static long processCpu() {
      return ((com.sun.management.OperatingSystemMXBean)
              ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }
  }
}
