package org.millrace.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.millrace.item.ItemCode;
import org.millrace.planning.Proposal.Decision;
import org.millrace.planning.Proposal.Document;
import org.millrace.planning.Proposal.DocumentType;
import org.millrace.planning.Proposal.Peg;
import org.millrace.planning.Proposal.Reason;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** A proposal by itself: who may do what with it when, and when it is another one. */
class ProposalTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Decision APPROVAL =
      new Decision(
          "anna",
          NOW,
          Optional.empty(),
          Optional.of(Quantity.of(12)),
          Optional.of(new Document(DocumentType.PURCHASE_ORDER, "PO-000007")));
  private static final Decision REJECTION =
      new Decision("anna", NOW, Optional.of("Not now"), Optional.empty(), Optional.empty());

  /** What somebody may do with a proposal, and the state it leads to. */
  private enum Act {
    APPROVE(p -> p.decided(ProposalState.APPROVED, APPROVAL), ProposalState.APPROVED),
    REJECT(p -> p.decided(ProposalState.REJECTED, REJECTION), ProposalState.REJECTED),
    REOPEN(Proposal::reopened, ProposalState.OPEN),
    WITHDRAW(Proposal::withdrawn, ProposalState.WITHDRAWN);

    private final UnaryOperator<Proposal> does;
    private final ProposalState leadsTo;

    Act(UnaryOperator<Proposal> does, ProposalState leadsTo) {
      this.does = does;
      this.leadsTo = leadsTo;
    }
  }

  /** A state that is new or lets other things happen has to be told here. */
  private static final Map<ProposalState, List<Act>> ALLOWED =
      new EnumMap<>(
          Map.of(
              ProposalState.OPEN, List.of(Act.APPROVE, Act.REJECT, Act.WITHDRAW),
              ProposalState.APPROVED, List.of(Act.REOPEN),
              ProposalState.REJECTED, List.of(Act.REOPEN),
              ProposalState.WITHDRAWN, List.of()));

  @Example
  void letsHappenInEachStateWhatIsDeclaredAlone() {
    for (ProposalState state : ProposalState.values()) {
      for (Act act : Act.values()) {
        Proposal before = in(state);
        if (ALLOWED.get(state).contains(act)) {
          assertThat(act.does.apply(before).state()).isEqualTo(act.leadsTo);
        } else {
          assertThatThrownBy(() -> act.does.apply(before))
              .as("%s when %s", act, state)
              .isInstanceOfSatisfying(
                  Refused.class,
                  refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT))
              .hasMessageStartingWith("Proposal P-1 ");
        }
      }
    }
  }

  @Example
  void tellsWhatWasDecidedBefore() {
    refused(
        () -> in(ProposalState.APPROVED).requireOpen(),
        "Proposal P-1 was approved by anna on 2026-03-02T09:00:00Z and became purchase order"
            + " PO-000007. Nothing was made again.");
    refused(
        () -> in(ProposalState.REJECTED).requireOpen(),
        "Proposal P-1 was rejected by anna on 2026-03-02T09:00:00Z: Not now. Reopen it to decide"
            + " again.");
    refused(
        () -> in(ProposalState.WITHDRAWN).requireOpen(),
        "Proposal P-1 was withdrawn: the latest plan lacks it. Look at the open ones.");
    refused(
        () -> in(ProposalState.OPEN).reopened(),
        "Proposal P-1 is open. Only one that was approved or rejected can be reopened.");
  }

  /** One of the acts that the state allows, or any. */
  private record Tried(boolean isAllowed, int which) {
    Act of(ProposalState state) {
      List<Act> acts = isAllowed ? ALLOWED.get(state) : List.of();
      return acts.isEmpty() ? Act.values()[which] : acts.get(which % acts.size());
    }
  }

  @Provide
  Arbitrary<List<Tried>> acts() {
    return Combinators.combine(
            Arbitraries.of(true, true, false), Arbitraries.integers().between(0, 3))
        .as(Tried::new)
        .list()
        .ofMaxSize(8);
  }

  @Property
  void hasADecisionAsLongAsItIsDecided(@ForAll("acts") List<Tried> acts) {
    Proposal proposal = open();
    for (Tried tried : acts) {
      Act act = tried.of(proposal.state());
      Optional<Proposal> after = tried(proposal, act);
      Statistics.label("accepted").collect(after.isPresent());
      assertThat(after.isPresent()).isEqualTo(ALLOWED.get(proposal.state()).contains(act));
      proposal = after.filter(p -> p.state() != ProposalState.WITHDRAWN).orElse(proposal);
      assertThat(proposal.decision().isPresent()).isEqualTo(proposal.state().isDecided());
      assertThat(proposal.approvedDocument().isPresent())
          .isEqualTo(proposal.state() == ProposalState.APPROVED);
      assertThat(proposal.proposesWhat(open())).isTrue();
    }
    Statistics.label("accepted").coverage(c -> c.check(true).percentage(p -> p >= 50));
  }

  private static Optional<Proposal> tried(Proposal proposal, Act act) {
    try {
      return Optional.of(act.does.apply(proposal));
    } catch (Refused refused) {
      return Optional.empty();
    }
  }

  @Example
  void isAnotherOneWhenAnythingButItsPlanDiffers() {
    Proposal one = open();
    assertThat(made("V2", DAY.plusDays(1), "WHEEL", 10, 1, DAY).proposesWhat(one)).isTrue();
    assertThat(
            List.of(
                made("V1", DAY, "BELL", 10, 1, DAY),
                made("V1", DAY, "WHEEL", 11, 1, DAY),
                made("V1", DAY, "WHEEL", 10, 2, DAY),
                made("V1", DAY, "WHEEL", 10, 1, DAY.minusDays(1))))
        .noneMatch(other -> other.proposesWhat(one));
  }

  @Example
  void proposesSomethingThatCanBeDone() {
    refused(
        () -> made("V1", DAY, "WHEEL", 0, 0, DAY.plusDays(8)),
        "Proposal P-1 cannot be taken: quantity is '0', expected more than 0; orders is '0',"
            + " expected 1 or more; startDate is '2026-03-10', expected not after the due date"
            + " 2026-03-09");
    refused(() -> made(" ", DAY, "WHEEL", 1, 1, DAY), "planVersion is ''");
    refused(() -> new Peg(Reason.FORECAST, " ", Quantity.of(1)), "document is ''");
  }

  private static Proposal in(ProposalState state) {
    return switch (state) {
      case OPEN -> open();
      case APPROVED -> Act.APPROVE.does.apply(open());
      case REJECTED -> Act.REJECT.does.apply(open());
      case WITHDRAWN -> open().withdrawn();
    };
  }

  private static Proposal open() {
    return made("V1", DAY, "WHEEL", 10, 1, DAY);
  }

  private static Proposal made(
      String version, LocalDate asOf, String item, int quantity, int orders, LocalDate start) {
    return new Proposal(
        new ProposalId("P-1"),
        version,
        asOf,
        new ItemCode(item),
        Source.BUY,
        Quantity.of(quantity),
        orders,
        start,
        DAY.plusDays(7),
        DAY.plusDays(7),
        List.of(new Peg(Reason.SALES_ORDER, "SO-1", Quantity.of(4))),
        ProposalState.OPEN,
        Optional.empty());
  }

  private static void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(words);
  }
}
