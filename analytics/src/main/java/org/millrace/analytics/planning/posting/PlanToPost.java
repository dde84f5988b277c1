package org.millrace.analytics.planning.posting;

import static java.math.RoundingMode.FLOOR;
import static java.math.RoundingMode.HALF_EVEN;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.millrace.analytics.mrp.PlanMessage;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.mrp.facts.Peg;
import org.millrace.analytics.planning.MadePlan;

/**
 * What of a plan goes to the core: the proposals to be ordered or started in the next four weeks,
 * the soonest first. Later ones will still change with every plan; nobody has to decide on them
 * yet. What is to be made without a bill of material cannot be made and stays a message. What is
 * more than the core takes in one document stays in the plan alone: it comes from a figure to be
 * corrected, and the other proposals shall not wait for that.
 */
record PlanToPost(String company, LocalDate asOf, long version, List<Line> proposals) {

  static final int DAYS_AHEAD = 28;
  private static final int DECIMALS = 4;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal LAST_DECIMAL = BigDecimal.ONE.movePointLeft(DECIMALS);

  PlanToPost {
    requireNonNull(company, "company");
    requireNonNull(asOf, "asOf");
    proposals = List.copyOf(proposals);
  }

  /** A proposal as the core takes it. */
  record Line(String proposal, String item, Lot lot, Days days, List<Reason> pegs) {

    Line {
      pegs = List.copyOf(pegs);
    }
  }

  /** To buy or make so much, meant for so many orders. */
  record Lot(String source, BigDecimal quantity, long orders) {}

  /** To order or start on, to be there on, needed since. */
  record Days(LocalDate start, LocalDate due, LocalDate needed) {}

  /** What stands behind so much of a proposal. */
  record Reason(String reason, String document, BigDecimal quantity) {}

  static PlanToPost of(String company, LocalDate asOf, long version, MadePlan plan) {
    LocalDate end = asOf.plusDays(DAYS_AHEAD);
    Set<String> withoutBill =
        plan.messages().stream()
            .filter(message -> message.kind() == PlanMessage.Kind.NO_BILL)
            .map(PlanMessage::item)
            .collect(Collectors.toSet());
    List<Line> lines =
        plan.proposals().stream()
            .filter(proposal -> !proposal.dates().start().isAfter(end))
            .filter(proposal -> !withoutBill.contains(proposal.item()))
            .sorted(
                Comparator.comparing((Proposal proposal) -> proposal.dates().start())
                    .thenComparing(Proposal::id))
            .map(proposal -> line(proposal, plan.behind(proposal)))
            .filter(line -> line.lot().quantity().signum() > 0)
            .filter(line -> line.lot().quantity().compareTo(LARGEST) <= 0)
            .toList();
    return new PlanToPost(company, asOf, version, lines);
  }

  /** The first of the proposals alone. */
  PlanToPost first(int most) {
    return new PlanToPost(company, asOf, version, proposals.subList(0, most));
  }

  private static Line line(Proposal proposal, List<Peg> pegs) {
    BigDecimal quantity = BigDecimal.valueOf(proposal.quantity()).setScale(DECIMALS, HALF_EVEN);
    return new Line(
        proposal.id(),
        proposal.item(),
        new Lot(word(proposal.source()), quantity, proposal.orders()),
        new Days(proposal.dates().start(), proposal.dates().due(), proposal.dates().needed()),
        reasons(pegs, quantity));
  }

  /**
   * Rounded so that they still add up to the quantity: all are rounded down, and what is left goes
   * to the largest remainders. Worked: 3 thirds of 1 are 0.3334, 0.3333 and 0.3333.
   */
  private static List<Reason> reasons(List<Peg> pegs, BigDecimal quantity) {
    List<BigDecimal> exact = pegs.stream().map(peg -> BigDecimal.valueOf(peg.quantity())).toList();
    List<BigDecimal> rounded = new ArrayList<>();
    exact.forEach(value -> rounded.add(value.setScale(DECIMALS, FLOOR)));
    BigDecimal left = rounded.stream().reduce(quantity, BigDecimal::subtract);
    List<Integer> byRemainder =
        IntStream.range(0, pegs.size())
            .boxed()
            .sorted(Comparator.comparing(i -> rounded.get(i).subtract(exact.get(i))))
            .toList();
    for (int i = 0; left.signum() > 0 && i < byRemainder.size(); i++) {
      rounded.set(byRemainder.get(i), rounded.get(byRemainder.get(i)).add(LAST_DECIMAL));
      left = left.subtract(LAST_DECIMAL);
    }
    return IntStream.range(0, pegs.size())
        .filter(i -> rounded.get(i).signum() > 0)
        .mapToObj(
            i -> new Reason(word(pegs.get(i).reason()), pegs.get(i).document(), rounded.get(i)))
        .toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
