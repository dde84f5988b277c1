package org.millrace.planning.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.BIKE;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.EURO;
import static org.millrace.TestingMasters.WHEEL;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.TestingMasters;
import org.millrace.item.ItemCode;
import org.millrace.outbox.TestingEvents;
import org.millrace.party.PartyCode;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.LotRule;
import org.millrace.planning.Proposal;
import org.millrace.planning.ProposalId;
import org.millrace.planning.ProposalReopened;
import org.millrace.planning.ProposalState;
import org.millrace.planning.Source;
import org.millrace.production.Production;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderNumber;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Purchasing;
import org.millrace.purchasing.Supplier;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problem;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/** What becomes of a decision on a proposal, with purchasing and production that take note. */
class DecideProposalTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
  private static final DecideProposal.Terms AS_PROPOSED = terms(null, null, null, null);

  private final TestingProposals proposals = new TestingProposals();
  private final TestingEvents events = new TestingEvents();
  private final Bought bought = new Bought();
  private final Made made = new Made();
  private Optional<ItemPolicy> policy = Optional.empty();
  private final DecideProposal decide =
      new DecideProposal(
          new TestingMasters().companies(),
          proposals,
          (company, item) -> policy,
          bought,
          made,
          events);

  private static final class Bought implements Purchasing {
    private final List<NewPurchaseOrder> placed = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private Map<ItemCode, Source> latest = Map.of();

    @Override
    public PurchaseOrder place(CompanyCode company, NewPurchaseOrder wanted, Instant occurredAt) {
      placed.add(wanted);
      NewPurchaseOrder.Line line = wanted.lines().get(0);
      Money price = Money.of(price(wanted), EURO);
      PurchaseOrder.Request request =
          new PurchaseOrder.Request(
              new Supplier(wanted.supplier(), "Supplier", "Germany"),
              wanted.promisedDate().orElseThrow(),
              List.of(PurchaseOrder.Line.ordered(1, line.item(), "Item", line.quantity(), price)));
      return PurchaseOrder.placed(
          new PurchaseOrderNumber("PO-7"), TODAY, EURO, request, wanted.demand());
    }

    /** As agreed, else as it was told for the case that nothing tells another. */
    private static BigDecimal price(NewPurchaseOrder wanted) {
      NewPurchaseOrder.Line line = wanted.lines().get(0);
      return line.unitPrice()
          .or(() -> Optional.ofNullable(wanted.otherwise().get(line.item())))
          .orElseThrow();
    }

    @Override
    public void cancel(
        CompanyCode company, PurchaseOrderNumber number, String reason, Instant occurredAt) {
      cancelled.add(number + ": " + reason);
    }

    @Override
    public Map<ItemCode, Source> latestSources(CompanyCode company, Collection<ItemCode> items) {
      return latest;
    }

    @Override
    public List<PurchaseOrder> placedFor(CompanyCode company, Demand demand) {
      return List.of();
    }
  }

  private static final class Made implements Production {
    private final List<Wanted> released = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();

    @Override
    public WorkOrder release(CompanyCode company, Wanted wanted, Instant occurredAt) {
      released.add(wanted);
      WorkOrder.Request request =
          new WorkOrder.Request(
              wanted.item(),
              "Item",
              wanted.quantity(),
              wanted.dueDate().orElseThrow(),
              Optional.empty(),
              List.of(
                  new WorkOrder.Material(
                      WHEEL, "Wheel", Quantity.of(2), Quantity.ZERO, Optional.empty())));
      return WorkOrder.released(new WorkOrderNumber("WO-7"), TODAY, EURO, request, wanted.demand());
    }

    @Override
    public void cancel(
        CompanyCode company, WorkOrderNumber number, String reason, Instant occurredAt) {
      cancelled.add(number + ": " + reason);
    }

    @Override
    public List<WorkOrder> releasedFor(CompanyCode company, org.millrace.production.Demand demand) {
      return List.of();
    }
  }

  /** Who sells it and for how much: as told, else as agreed, else as ordered last. */
  @ParameterizedTest
  @CsvSource({
    "TOLD at 9, AGREED at 8, LAST at 7, TOLD at 9",
    "    -    , AGREED at 8, LAST at 7, AGREED at 8",
    "    -    ,      -     , LAST at 7, LAST at 7",
    "TOLD at -,    - at 8  , LAST at 7, TOLD at 8",
    "   - at 9, AGREED at -,     -    , AGREED at 9"
  })
  void buysOnTheTermsThatAreNearest(String told, String agreed, String last, String expected) {
    propose(Source.BUY, WHEEL, TODAY, TODAY.plusDays(7));
    policy = policy(supplier(agreed), price(agreed));
    bought.latest =
        supplier(last)
            .map(from -> Map.of(WHEEL, new Purchasing.Source(from, euros(price(last).get()))))
            .orElse(Map.of());
    Proposal approved =
        approved(
            new DecideProposal.Terms(
                supplier(told),
                price(told).map(BigDecimal::new),
                Optional.empty(),
                Optional.of(" urgent "),
                false));
    assertThat(bought.placed).hasSize(1);
    NewPurchaseOrder order = bought.placed.get(0);
    NewPurchaseOrder.Line line = order.lines().get(0);
    assertThat(order.supplier() + " at " + PlainNumber.of(Bought.price(order))).isEqualTo(expected);
    assertThat(line.quantity()).isEqualTo(Quantity.of(10));
    assertThat(order.promisedDate()).contains(TODAY.plusDays(7));
    assertThat(order.demand()).contains(new Demand("proposal", "P-1"));
    assertThat(approved.decision().orElseThrow().note()).contains("urgent");
    assertThat(approved.approvedDocument()).hasToString("Optional[purchase order PO-7]");
  }

  private static Optional<PartyCode> supplier(String terms) {
    return Optional.of(terms.split(" at ")[0]).filter(s -> !s.equals("-")).map(PartyCode::new);
  }

  private static Optional<String> price(String terms) {
    return Optional.of(terms.replaceFirst(".* at ", "")).filter(p -> !p.equals("-"));
  }

  @Test
  void asksForTermsThatNobodyKnows() {
    propose(Source.BUY, WHEEL, TODAY, TODAY);
    refused(
        () -> approved(AS_PROPOSED),
        "Proposal P-1 cannot be approved: supplier is '', expected a supplier of WHEEL: its policy"
            + " names none and it was never ordered; unitPrice is '', expected a price of one"
            + " WHEEL: its policy names none and it was never ordered");
    assertThat(proposals.in(ProposalState.OPEN)).containsExactly("P-1");
  }

  @ParameterizedTest
  @CsvSource({"-10, -3,  0,  0", "-10,  5,  0,  5", "  3, 10,  3, 10"})
  void makesNothingBeforeToday(int start, int due, int startsIn, int dueIn) {
    propose(Source.MAKE, BIKE, TODAY.plusDays(start), TODAY.plusDays(due));
    approved(AS_PROPOSED);
    Production.Wanted wanted = made.released.get(0);
    assertThat(wanted.dueDate()).contains(TODAY.plusDays(dueIn));
    assertThat(wanted.leadTimeDays()).contains(dueIn - startsIn);
    assertThat(wanted.quantity()).isEqualTo(Quantity.of(10));
  }

  @Test
  void buysNothingOfWhatIsToBeMade() {
    propose(Source.MAKE, BIKE, TODAY, TODAY);
    refused(
        () -> approved(terms("STEEL", null, null, null)),
        "supplier is 'STEEL', expected neither supplier nor price, as BIKE is to be made");
    refused(
        () -> approved(terms(null, "5", null, null)),
        "supplier is 'none, but a unit price', expected neither supplier nor price");
    assertThat(made.released).isEmpty();
  }

  @Test
  void asksOnceMoreForAQuantityWithADigitTooMany() {
    propose(Source.MAKE, BIKE, TODAY, TODAY);
    refused(() -> approved(terms(null, null, "0", null)), "quantity is '0', expected more than 0");
    assertThatThrownBy(() -> approved(terms(null, null, "100.0001", null)))
        .isInstanceOfSatisfying(
            Refused.class,
            asked -> {
              assertThat(asked.reason()).isEqualTo(Refused.Reason.UNCONFIRMED);
              assertThat(asked.problems())
                  .containsExactly(
                      new Problem(
                          "quantity",
                          "100.0001",
                          "at most 10 times the 10 proposed, or confirmed: true"));
            })
        .hasMessage("Is a quantity of 100.0001 meant? Proposal P-1 proposes 10 of BIKE.");
    DecideProposal.Terms meant =
        new DecideProposal.Terms(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Quantity.of("100.0001")),
            Optional.empty(),
            true);
    assertThat(approved(meant).decision().orElseThrow().quantity())
        .contains(Quantity.of("100.0001"));
  }

  @Test
  void makesOneDocumentHoweverOftenItIsApproved() {
    propose(Source.MAKE, BIKE, TODAY, TODAY);
    approved(AS_PROPOSED);
    refused(() -> approved(AS_PROPOSED), "became work order WO-7. Nothing was made again.");
    refused(() -> decide.rejected(COMPANY, id(), "No", NOW), "Nothing was made again.");
    assertThat(made.released).hasSize(1);
  }

  @Test
  void rejectsForAReason() {
    propose(Source.MAKE, BIKE, TODAY, TODAY);
    refused(
        () -> decide.rejected(COMPANY, id(), " ", NOW),
        "Proposal P-1 cannot be rejected: note is ' ', expected why it is rejected");
    Proposal rejected = decide.rejected(COMPANY, id(), " Not now ", NOW).proposal();
    assertThat(rejected.decision().orElseThrow().note()).contains("Not now");
  }

  @Test
  void cancelsTheDocumentOfAnApprovalThatIsTakenBack() {
    propose(Source.MAKE, BIKE, TODAY, TODAY);
    approved(AS_PROPOSED);
    decide.reopened(COMPANY, id(), NOW);
    assertThat(made.cancelled).containsExactly("WO-7: Proposal P-1 was reopened");
    decide.rejected(COMPANY, id(), "No", NOW);
    decide.reopened(COMPANY, id(), NOW);
    assertThat(made.cancelled).hasSize(1);
    assertThat(events.told()).filteredOn(ProposalReopened.class::isInstance).hasSize(2);
    bought.latest = Map.of(WHEEL, new Purchasing.Source(new PartyCode("STEEL"), euros("7")));
    propose(Source.BUY, WHEEL, TODAY, TODAY);
    approved(AS_PROPOSED);
    decide.reopened(COMPANY, id(), NOW);
    assertThat(bought.cancelled).containsExactly("PO-7: Proposal P-1 was reopened");
  }

  private Proposal approved(DecideProposal.Terms terms) {
    return decide.approved(COMPANY, id(), terms, NOW).proposal();
  }

  private static ProposalId id() {
    return new ProposalId("P-1");
  }

  private void propose(Source source, ItemCode item, LocalDate start, LocalDate due) {
    Proposal proposal =
        new Proposal(
            id(),
            "V1",
            TODAY,
            item,
            source,
            Quantity.of(10),
            1,
            start,
            due,
            due,
            List.of(),
            ProposalState.OPEN,
            Optional.empty());
    proposals.put(COMPANY, List.of(new StoredProposal(COMPANY, proposal, new Version(1))));
  }

  private static DecideProposal.Terms terms(
      String supplier, String price, String quantity, String note) {
    return new DecideProposal.Terms(
        Optional.ofNullable(supplier).map(PartyCode::new),
        Optional.ofNullable(price).map(BigDecimal::new),
        Optional.ofNullable(quantity).map(Quantity::of),
        Optional.ofNullable(note),
        false);
  }

  private static Optional<ItemPolicy> policy(Optional<PartyCode> supplier, Optional<String> price) {
    return Optional.of(
        new ItemPolicy(
            WHEEL,
            Source.BUY,
            Optional.empty(),
            Optional.empty(),
            LotRule.LOT_FOR_LOT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            supplier,
            price.map(DecideProposalTest::euros),
            EURO));
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(words);
  }
}
