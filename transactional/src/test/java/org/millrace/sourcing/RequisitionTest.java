package org.millrace.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** A requisition by itself. */
class RequisitionTest {
  private static final LocalDate DAY = LocalDate.parse("2026-05-04");
  private static final PurchaseOrderNumber ORDER = new PurchaseOrderNumber("PO-1");

  private static Requisition.Need need(String quantity, LocalDate wanted) {
    return new Requisition.Need(
        "Workshop",
        Optional.empty(),
        Optional.empty(),
        List.of(line(1, quantity, wanted), line(2, "3", wanted)));
  }

  private static Requisition.Line line(int number, String quantity, LocalDate wanted) {
    return new Requisition.Line(
        number, new ItemCode("RIM"), "Rim", Quantity.of(quantity), wanted, Optional.empty());
  }

  private static Requisition made() {
    return Requisition.made(new RequisitionNumber("PR-1"), need("2", DAY), DAY);
  }

  @Test
  void needsSomethingFromItsDayOn() {
    assertThatThrownBy(
            () -> Requisition.made(new RequisitionNumber("PR-1"), need("0", DAY.minusDays(1)), DAY))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("The requisition cannot be made so: ")
        .hasMessageContaining("lines.1.quantity")
        .hasMessageContaining("lines.2.wantedDate");
  }

  @Test
  void isOrderedOnceAllItsLinesAre() {
    Requisition half = made().ordered(Map.of(1, ORDER), DAY);
    assertThat(half.status()).isEqualTo(RequisitionStatus.OPEN);
    assertThat(half.open()).extracting(Requisition.Line::line).containsExactly(2);
    assertThatThrownBy(() -> half.changed(need("9", DAY)))
        .hasMessageContaining("something of it is ordered. Order or cancel what is left.");
    assertThatThrownBy(() -> half.rejected("Dear", DAY))
        .hasMessageContaining("something of it is ordered");
    Requisition whole = half.ordered(Map.of(2, new PurchaseOrderNumber("PO-2")), DAY.plusDays(1));
    assertThat(whole.status()).isEqualTo(RequisitionStatus.ORDERED);
    assertThat(whole.closedOn()).contains(DAY.plusDays(1));
    assertThat(whole.lines().get(0).order()).contains(ORDER);
  }

  @Test
  void cancelsWhatIsLeftOfIt() {
    Requisition left = made().ordered(Map.of(1, ORDER), DAY).cancelled("Found some", DAY);
    assertThat(left.status()).isEqualTo(RequisitionStatus.CANCELLED);
    assertThat(left.lines().get(0).order()).contains(ORDER);
    assertThatThrownBy(() -> made().cancelled("Found some", DAY.minusDays(1)))
        .hasMessageContaining("not before the requisition's day 2026-05-04");
  }

  @Test
  void waitsForOffersUntilTheRequestIsGivenUp() {
    Requisition asked = made().asked(new RequestNumber("RQ-1"), DAY);
    assertThatThrownBy(() -> asked.cancelled("Found some", DAY))
        .hasMessageContaining("it is asked. Award or cancel its request for quotation instead.");
    assertThat(asked.reopened().changed(need("9", DAY)).lines().get(0).quantity())
        .isEqualTo(Quantity.of(9));
  }
}
