package org.millrace.purchasing.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.confirmation.SupplierConfirmation.Told;
import org.millrace.purchasing.confirmation.SupplierConfirmation.ToldLine;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** What is noted of a supplier's promises, and what an order counts on after it. */
class SupplierConfirmationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final PurchaseOrder ORDER =
      new PurchaseOrder(
          new PurchaseOrderNumber("PO-1"),
          new Supplier(new PartyCode("S-1"), "Tubes", "Germany"),
          DAY,
          DAY.plusDays(10),
          Currency.getInstance("EUR"),
          OrderStatus.OPEN,
          List.of(line(1), line(2)),
          Money.of("16", "EUR"),
          Optional.empty(),
          Optional.empty());

  @Test
  void countsOnTheNewestPromiseOfEachLine() {
    SupplierConfirmation first = told(ORDER, Optional.empty(), line(1, 12, 3));
    PurchaseOrder once = ORDER.promised(first.promised());
    assertThat(days(once)).containsExactly(DAY.plusDays(12), DAY.plusDays(10));
    assertThat(first.lines().get(0).promisedBefore()).isEqualTo(DAY.plusDays(10));
    assertThat(first.lines().get(0).quantity()).isEqualTo(Quantity.of(3));
    SupplierConfirmation second = told(once, Optional.of("Strike"), line(1, 15, 4));
    assertThat(second.lines().get(0).promisedBefore()).isEqualTo(DAY.plusDays(12));
    PurchaseOrder twice = once.promised(second.promised());
    assertThat(days(twice)).containsExactly(DAY.plusDays(15), DAY.plusDays(10));
    PurchaseOrder part = twice.received(Map.of(1, Quantity.of(1)));
    assertThat(days(part)).as("stays when goods come").isEqualTo(days(twice));
  }

  @Test
  void takesAllThatIsToComeWhereNoLineIsNamed() {
    PurchaseOrder part = ORDER.received(Map.of(1, Quantity.of(4), 2, Quantity.of(1)));
    Told all =
        new Told(Optional.of(DAY.plusDays(20)), Optional.empty(), Optional.empty(), List.of());
    assertThat(SupplierConfirmation.of(part, noted(), all).lines())
        .extracting(l -> l.line() + " " + l.quantity() + " " + l.promisedDate())
        .containsExactly("2 3 2026-03-22");
  }

  @Test
  void refusesWhatDoesNotFitTheOrder() {
    refused(
        ORDER,
        Optional.empty(),
        "Purchase order PO-1 cannot be confirmed so: lines.1.quantity is '5', expected more"
            + " than 0 and at most the 4 that are to come",
        line(1, 12, 5));
    refused(ORDER, Optional.empty(), "not before the order date 2026-03-02", line(1, -1, 4));
    refused(ORDER, Optional.empty(), "a line of the order with goods to come", line(3, 1, 4));
    refused(ORDER, Optional.empty(), "at most once", line(1, 12, 4), line(1, 13, 4));
    refused(
        ORDER,
        Optional.empty(),
        "lines.1.promisedDate is 'none', expected the day that the supplier promises",
        new ToldLine(1, Optional.empty(), Optional.empty()));
    assertThatThrownBy(() -> told(ORDER.cancelled(), Optional.empty(), line(1, 12, 4)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("cannot be confirmed: it is cancelled");
  }

  @Test
  void asksForAReasonWhereWhatWasPromisedComesLater() {
    PurchaseOrder once = ORDER.promised(told(ORDER, Optional.empty(), line(1, 12, 4)).promised());
    refused(
        once,
        Optional.empty(),
        "reason is 'none', expected why line 1, which was promised for 2026-03-14, comes later",
        line(1, 13, 4));
    assertThat(told(once, Optional.empty(), line(1, 11, 4)).reason()).as("sooner").isEmpty();
    assertThat(told(once, Optional.of("Strike"), line(1, 13, 4)).reason()).contains("Strike");
  }

  private static void refused(
      PurchaseOrder order, Optional<String> reason, String words, ToldLine... lines) {
    assertThatThrownBy(() -> told(order, reason, lines))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(words);
  }

  private static SupplierConfirmation told(
      PurchaseOrder order, Optional<String> reason, ToldLine... lines) {
    return SupplierConfirmation.of(
        order, noted(), new Told(Optional.empty(), Optional.of("AB-7"), reason, List.of(lines)));
  }

  private static SupplierConfirmation.Noted noted() {
    return new SupplierConfirmation.Noted(
        new SupplierConfirmation.Number("OC-1"), DAY.plusDays(1), "ann");
  }

  private static ToldLine line(int line, int days, int quantity) {
    return new ToldLine(line, Optional.of(DAY.plusDays(days)), Optional.of(Quantity.of(quantity)));
  }

  private static PurchaseOrder.Line line(int number) {
    return PurchaseOrder.Line.ordered(
        number, new ItemCode("RIM"), "Rim", Quantity.of(4), Money.of("2", "EUR"));
  }

  private static List<LocalDate> days(PurchaseOrder order) {
    return order.lines().stream().map(order::promisedFor).toList();
  }
}
