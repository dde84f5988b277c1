package org.millrace.analytics.planning.posting;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.analytics.mrp.Peg;
import org.millrace.analytics.mrp.PlanMessage;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.planning.MadePlan;

/**
 * What of a plan goes to the core: the proposals to be ordered or started in the next four weeks,
 * the soonest first. Later ones will still change with every plan; nobody has to decide on them
 * yet. What is to be made without a bill of material cannot be made and stays a message.
 */
record PlanToPost(String company, LocalDate asOf, long version, List<Line> proposals) {

  static final int DAYS_AHEAD = 28;
  private static final int DECIMALS = 4;

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
            .toList();
    return new PlanToPost(company, asOf, version, lines);
  }

  /** The first of the proposals alone. */
  PlanToPost first(int most) {
    return new PlanToPost(company, asOf, version, proposals.subList(0, most));
  }

  private static Line line(Proposal proposal, List<Peg> pegs) {
    return new Line(
        proposal.id(),
        proposal.item(),
        new Lot(word(proposal.source()), rounded(proposal.quantity()), proposal.orders()),
        new Days(proposal.dates().start(), proposal.dates().due(), proposal.dates().needed()),
        pegs.stream()
            .map(peg -> new Reason(word(peg.reason()), peg.document(), rounded(peg.quantity())))
            .toList());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static BigDecimal rounded(double quantity) {
    return BigDecimal.valueOf(quantity).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
