package org.millrace.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.millrace.document.Step;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** A sales order by itself: what each state allows, and what every sequence of acts keeps. */
class SalesOrderTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.parse("2026-01-02");
  private static final Customer SHOP = new Customer(new PartyCode("C1"), "Shop", "France", false);
  private static final Customer OTHER = new Customer(new PartyCode("C2"), "Inn", "France", false);

  @Example
  void addsUpWhatWasOrdered() {
    SalesOrder order = placed(line(1, "BELL", "3", "0.335"), line(2, "HORN", "2", "10"));
    assertThat(order.status()).isEqualTo(OrderStatus.OPEN);
    assertThat(order.netAmount()).isEqualTo(money("21.01"));
    assertThat(order.lines().get(0).outstandingQuantity()).isEqualTo(quantity("3"));
  }

  @Example
  void namesAllThatIsWrongWithANewOne() {
    SalesOrder.Wanted wanted =
        new SalesOrder.Wanted(
            SHOP,
            Optional.of(DAY.minusDays(1)),
            DispatchPriority.NORMAL,
            Optional.empty(),
            List.of(line(1, "BELL", "-1", "2")),
            Optional.empty());
    assertThatThrownBy(
            () -> SalesOrder.placed(new OrderNumber("SO-1"), wanted, DAY, EUR, Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("requestedDate")
        .hasMessageContaining("2026-01-01")
        .hasMessageContaining("lines.1.quantity")
        .hasMessageContaining("more than 0");
  }

  @Example
  void changesWhatIsNotDelivered() {
    SalesOrder order = placed(line(1, "BELL", "3", "2"), line(2, "HORN", "2", "10"));
    SalesOrder changed =
        order.changed(wanted(OTHER, line(2, "HORN", "5", "9"), line(3, "LAMP", "1", "20")));
    assertThat(changed.customer()).isEqualTo(OTHER);
    assertThat(changed.netAmount()).isEqualTo(money("65"));
    assertThat(changed.lines()).extracting(SalesOrder.Line::line).containsExactly(2, 3);
    assertThat(changed.orderDate()).isEqualTo(DAY);
    assertThat(changed.number()).isEqualTo(order.number());
  }

  @Example
  void leavesWhatWasDeliveredAlone() {
    SalesOrder order = placed(line(1, "BELL", "3", "2"), line(2, "HORN", "2", "10"));
    SalesOrder some = order.delivered(Map.of(1, quantity("2")), Map.of(1, money("3")));
    assertThatThrownBy(
            () ->
                some.changed(wanted(OTHER, line(1, "LAMP", "1", "3"), line(2, "HORN", "1", "10"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("customer")
        .hasMessageContaining("C1, who got a delivery")
        .hasMessageContaining("lines.1.item")
        .hasMessageContaining("lines.1.unitPrice")
        .hasMessageContaining("at least the 2 delivered");
    assertThatThrownBy(() -> some.changed(wanted(SHOP, line(2, "HORN", "1", "10"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("line 1, it was delivered in part");
    assertThatThrownBy(
            () -> some.changed(wanted(SHOP, line(1, "BELL", "3", "2"), line(1, "BELL", "3", "2"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("each line once");
    SalesOrder less = some.changed(wanted(SHOP, line(1, "BELL", "2", "2")));
    assertThat(less.status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(less.lines().get(0).deliveredCost()).isEqualTo(money("3"));
    assertThat(less.invoiced().status()).isEqualTo(OrderStatus.INVOICED);
  }

  @Example
  void tellsTheStepsOfEachState() {
    SalesOrder open = placed(line(1, "BELL", "3", "2"));
    assertThat(possible(open))
        .containsExactly("change", "deliver", "prepay", "reschedule", "promise", "cancel");
    assertThat(reason(open, "invoice")).contains("no delivered goods to invoice");
    SalesOrder some = open.delivered(Map.of(1, quantity("1")), Map.of());
    assertThat(possible(some))
        .containsExactly("change", "deliver", "invoice", "prepay", "reschedule", "promise");
    assertThat(reason(some, "cancel")).contains("1 of item BELL were delivered and not invoiced");
    SalesOrder all = some.delivered(Map.of(1, quantity("2")), Map.of());
    assertThat(possible(all)).containsExactly("invoice");
    assertThat(reason(all, "deliver"))
        .isEqualTo(
            "Order SO-1 cannot be delivered: it is delivered. Invoice it; take goods back by a"
                + " credit note after that.");
    assertThat(possible(all.invoiced())).isEmpty();
    assertThat(reason(all.invoiced(), "change")).contains("it is invoiced", "credit note");
    assertThat(possible(open.cancelled())).isEmpty();
    assertThat(reason(open.cancelled(), "deliver")).contains("Place a new order instead.");
  }

  @Example
  void refusesByTheSameReasonThatItsStepsTell() {
    SalesOrder open = placed(line(1, "BELL", "3", "2"));
    assertThatThrownBy(open::invoiced).hasMessage(reason(open, "invoice"));
    SalesOrder gone = open.cancelled();
    assertThatThrownBy(gone::cancelled).hasMessage(reason(gone, "cancel"));
    assertThatThrownBy(() -> gone.rescheduled(Optional.of(DAY), DispatchPriority.LOW))
        .hasMessage(reason(gone, "reschedule"));
    assertThatThrownBy(() -> gone.changed(wanted(SHOP, line(1, "BELL", "3", "2"))))
        .hasMessage(reason(gone, "change"));
    assertThatThrownBy(() -> gone.requireDeliverable(Map.of(1, quantity("1"))))
        .hasMessage(reason(gone, "deliver"));
  }

  /** What somebody may try, in any order. */
  private record Act(String kind, int line, int quantity) {}

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.of("deliver", "deliver", "invoice", "change", "back", "cancel"),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 5))
        .as(Act::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 300)
  void keepsItsSumsWhateverHappens(@ForAll("acts") List<Act> acts) {
    SalesOrder order =
        placed(
            line(1, "BELL", "5", "0.335"), line(2, "HORN", "4", "9.99"), line(3, "LAMP", "3", "7"));
    Money billed = money("0");
    for (Act act : acts) {
      SalesOrder before = order;
      Optional<SalesOrder> after = tried(before, act);
      Statistics.label("acts").collect(after.isPresent() ? "accepted" : "refused");
      order = after.orElse(before);
      if (after.isPresent() && act.kind().equals("invoice")) {
        billed =
            billed.plus(
                sum(before.lines().stream().map(line -> line.uninvoicedAmount(EUR)).toList()));
      }
      if (after.isPresent() && act.kind().equals("back")) {
        billed = billed.minus(back(before, order));
      }
      assertSound(order);
      assertThat(billed)
          .isEqualTo(
              sum(
                  order.lines().stream()
                      .map(l -> l.unitPrice().times(l.invoicedQuantity()).rounded())
                      .toList()));
    }
    Statistics.label("acts")
        .coverage(checker -> checker.check("accepted").percentage(p -> p >= 50));
  }

  private static Money back(SalesOrder before, SalesOrder after) {
    return sum(
        IntStream.range(0, before.lines().size())
            .mapToObj(
                i -> {
                  SalesOrder.Line was = before.lines().get(i);
                  SalesOrder.Line is = after.lines().get(i);
                  return was.unitPrice()
                      .times(was.invoicedQuantity())
                      .rounded()
                      .minus(is.unitPrice().times(is.invoicedQuantity()).rounded());
                })
            .toList());
  }

  private static Optional<SalesOrder> tried(SalesOrder order, Act act) {
    try {
      return Optional.of(done(order, act));
    } catch (Refused refused) {
      assertThat(refused.getMessage()).contains("SO-1");
      return Optional.empty();
    }
  }

  private static SalesOrder done(SalesOrder order, Act act) {
    Quantity some = Quantity.of(act.quantity());
    switch (act.kind()) {
      case "deliver":
        Quantity most =
            order.lines().stream()
                .filter(l -> l.line() == act.line())
                .findFirst()
                .map(SalesOrder.Line::outstandingQuantity)
                .orElse(some);
        Map<Integer, Quantity> quantities = Map.of(act.line(), some.min(most));
        order.requireDeliverable(quantities);
        return order.delivered(quantities, Map.of(act.line(), money("1.5")));
      case "invoice":
        return order.invoiced();
      case "cancel":
        // An order that is given up ends the sequence, so that is tried for the largest ones only.
        return act.quantity() == 5 && act.line() == 3 ? order.cancelled() : order;
      case "back":
        SalesOrder.Line line =
            order.lines().stream()
                .filter(l -> l.line() == act.line())
                .findFirst()
                .orElse(order.lines().get(0));
        return line.invoicedQuantity().isPositive()
            ? order.dueAgain(Map.of(line.item(), Quantity.of(1)))
            : order;
      default:
        return order.changed(
            new SalesOrder.Wanted(
                order.customer(),
                Optional.empty(),
                order.priority(),
                Optional.empty(),
                order.lines().stream()
                    .map(
                        l ->
                            l.line() == act.line()
                                ? line(
                                    l.line(),
                                    l.item().value(),
                                    l.deliveredQuantity().plus(some).toString(),
                                    l.unitPrice().amount().toPlainString())
                                : l)
                    .toList(),
                Optional.empty()));
    }
  }

  private static void assertSound(SalesOrder order) {
    for (SalesOrder.Line line : order.lines()) {
      assertThat(line.invoicedQuantity()).isLessThanOrEqualTo(line.deliveredQuantity());
      assertThat(line.deliveredQuantity()).isLessThanOrEqualTo(line.quantity());
      assertThat(line.netAmount()).isEqualTo(line.unitPrice().times(line.quantity()).rounded());
    }
    assertThat(order.netAmount())
        .isEqualTo(sum(order.lines().stream().map(SalesOrder.Line::netAmount).toList()));
    boolean delivered = order.lines().stream().allMatch(l -> l.outstandingQuantity().isZero());
    boolean billed = order.lines().stream().allMatch(l -> l.uninvoicedQuantity().isZero());
    switch (order.status()) {
      case OPEN -> assertThat(delivered).isFalse();
      case DELIVERED -> assertThat(delivered && !billed).isTrue();
      case INVOICED -> assertThat(delivered && billed).isTrue();
      case CANCELLED -> assertThat(billed).isTrue();
    }
  }

  private static List<String> possible(SalesOrder order) {
    return SalesOrder.KIND.steps(order).stream().filter(Step::allowed).map(Step::act).toList();
  }

  private static String reason(SalesOrder order, String act) {
    return SalesOrder.KIND.steps(order).stream()
        .filter(step -> step.act().equals(act))
        .findFirst()
        .flatMap(Step::reason)
        .orElseThrow();
  }

  private static SalesOrder placed(SalesOrder.Line... lines) {
    return SalesOrder.placed(
        new OrderNumber("SO-1"), wanted(SHOP, lines), DAY, EUR, Optional.empty());
  }

  private static SalesOrder.Wanted wanted(Customer customer, SalesOrder.Line... lines) {
    return new SalesOrder.Wanted(
        customer,
        Optional.empty(),
        DispatchPriority.NORMAL,
        Optional.empty(),
        Arrays.asList(lines),
        Optional.empty());
  }

  private static SalesOrder.Line line(int number, String item, String quantity, String price) {
    return SalesOrder.Line.ordered(
        number,
        Item.stocked(new ItemCode(item), item),
        new NewInvoice.Line(new ItemCode(item), quantity(quantity), new BigDecimal(price)),
        EUR);
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(EUR), Money::plus);
  }

  private static Money money(String amount) {
    return Money.of(amount, "EUR");
  }

  private static Quantity quantity(String value) {
    return Quantity.of(value);
  }
}
