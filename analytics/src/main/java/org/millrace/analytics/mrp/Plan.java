package org.millrace.analytics.mrp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.millrace.analytics.mrp.capacity.Job;
import org.millrace.analytics.mrp.facts.Peg;
import org.millrace.analytics.mrp.facts.PlanTerms;
import org.millrace.analytics.mrp.facts.PlannedItem;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;
import org.millrace.analytics.mrp.facts.Receipt;

/** What to buy and make and when, why, and what a planner has to decide on. */
public final class Plan {

  private final PlanFrame frame;
  private final Needs needs;
  private final Supplies supplies;
  private final Pegging pegging;
  private final List<Proposal> proposals = new ArrayList<>();
  private final Map<String, Integer> supplyOf = new HashMap<>();
  private final Map<String, List<Proposal>> byItem;
  private final List<PlanMessage> messages;

  Plan(Netted netted) {
    frame = netted.frame();
    needs = netted.needs();
    supplies = netted.supplies();
    pegging = new Pegging(netted);
    PossibleDays possible = new PossibleDays(netted);
    List<String> ids = new ArrayList<>();
    for (int supply = 0; supply < supplies.size(); supply++) {
      ids.add(supplies.isProposal(supply) ? add(supply, possible.ofSupply(supply)) : "");
    }
    messages = new Messages(netted).all(possible, ids);
    proposals.sort(
        Comparator.comparing(Proposal::item)
            .thenComparing(proposal -> proposal.dates().due())
            .thenComparing(Proposal::id));
    byItem = proposals.stream().collect(Collectors.groupingBy(Proposal::item));
  }

  public PlanTerms terms() {
    return frame.terms();
  }

  /** All proposals by item and due day. */
  public List<Proposal> proposals() {
    return List.copyOf(proposals);
  }

  /** The proposals of one item by due day. */
  public List<Proposal> proposals(String item) {
    return List.copyOf(byItem.getOrDefault(item, List.of()));
  }

  /** What a planner has to decide on, most urgent kind first. */
  public List<PlanMessage> messages() {
    return messages;
  }

  /** The orders, forecasts and rules behind a proposal; their quantities add up to it. */
  public List<Peg> behind(Proposal proposal) {
    Integer supply = supplyOf.get(proposal.id());
    if (supply == null) {
      throw new IllegalArgumentException(
          "Proposal %s is not of this plan".formatted(proposal.id()));
    }
    return pegging.behind(supply);
  }

  /** The weeks of an item from the as-of day to the end of the plan. */
  public List<MaterialWeek> material(String item) {
    int number = frame.number(item);
    int weeks = frame.terms().week(frame.terms().horizonDays() - 1) + 1;
    double[][] sums = new double[4][weeks];
    for (int need : needs.byDay(number)) {
      if (needs.isDemand(need) || needs.isTaken(need)) {
        add(sums[0], needs.day(need), needs.quantity(need));
      }
    }
    double stock = frame.item(number).stock().onHand();
    for (int s = supplies.firstOfItem(number); s < supplies.endOfItem(number); s++) {
      if (supplies.isReceipt(s)) {
        add(sums[1], supplies.due(s), supplies.quantity(s));
      } else if (supplies.isProposal(s)) {
        add(sums[2], supplies.due(s), supplies.quantity(s));
        add(sums[3], supplies.start(s), supplies.quantity(s));
      }
    }
    List<MaterialWeek> material = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      stock += sums[1][week] + sums[2][week] - sums[0][week];
      LocalDate monday = frame.terms().monday(week);
      material.add(
          new MaterialWeek(
              monday, sums[0][week], sums[1][week], sums[2][week], sums[3][week], stock));
    }
    return material;
  }

  /** All that is to be made, open work orders included, for the load of work centres. */
  public List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (proposal.source() == Source.MAKE) {
        Job.Span span = new Job.Span(proposal.dates().start(), proposal.dates().due());
        jobs.add(
            new Job(proposal.id(), proposal.item(), proposal.quantity(), proposal.orders(), span));
      }
    }
    for (int supply = 0; supply < supplies.size(); supply++) {
      if (supplies.isReceipt(supply)) {
        Receipt receipt = frame.receipt(supplies.receipt(supply));
        if (receipt.kind() != Receipt.Kind.PURCHASE_ORDER) {
          Job.Span span =
              new Job.Span(frame.date(supplies.start(supply)), frame.date(supplies.due(supply)));
          jobs.add(new Job(receipt.id(), receipt.item(), receipt.quantity(), 1, span));
        }
      }
    }
    return jobs;
  }

  private String add(int supply, int possible) {
    PlannedItem item = frame.item(supplies.item(supply));
    int day = supplies.due(supply);
    LocalDate due = frame.date(day);
    String first = item.item() + "@" + due;
    String id = first;
    for (int twin = 2; supplyOf.containsKey(id); twin++) {
      id = first + "#" + twin;
    }
    supplyOf.put(id, supply);
    double quantity = Millionths.units(supplies.quantity(supply));
    Proposal.Dates dates =
        new Proposal.Dates(
            frame.date(supplies.start(supply)),
            due,
            frame.date(supplies.asked(supply)),
            frame.date(
                possible == PossibleDays.NEVER
                    ? Math.max(day, frame.terms().horizonDays())
                    : possible));
    proposals.add(
        new Proposal(
            id, item.item(), item.source(), quantity, item.lotRule().orders(quantity), dates));
    return id;
  }

  // What falls behind the last week is not shown.
  private void add(double[] row, int day, long quantity) {
    int week = frame.terms().week(day);
    if (week < row.length) {
      row[week] += Millionths.units(quantity);
    }
  }
}
