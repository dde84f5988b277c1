package org.millrace.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** A supplier's invoice by itself: what is open, what may be paid, what was taken back. */
class SupplierInvoiceTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.parse("2026-02-03");

  @Test
  void isOpenByWhatIsNotPaid() {
    SupplierInvoice some = invoice(DAY).paid(euros("40"));
    assertThat(some.paidAmount()).isEqualTo(euros("40"));
    assertThat(some.openAmount()).isEqualTo(euros("60"));
    assertThat(some.state()).isEqualTo(InvoiceState.OPEN);
    SupplierInvoice all = some.paid(euros("60"));
    assertThat(all.openAmount()).isEqualTo(euros("0"));
    assertThat(all.state()).isEqualTo(InvoiceState.PAID);
  }

  @Test
  void isOpenAgainWhenAPaymentIsTakenBack() {
    SupplierInvoice back = invoice(DAY).paid(euros("100")).unpaid(euros("100"));
    assertThat(back).isEqualTo(invoice(DAY));
  }

  @Test
  void isNotPaidWithMoreThanIsOpen() {
    assertThatThrownBy(() -> invoice(DAY).paid(euros("70")).paid(euros("30.01")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT))
        .hasMessageContaining(euros("30") + " of " + euros("100") + " is open");
  }

  @Test
  void isNotPaidTwiceByTheReasonThatItsStepsTell() {
    SupplierInvoice all = invoice(DAY).paid(euros("100"));
    assertThatThrownBy(() -> all.paid(euros("1")))
        .hasMessage(
            "Supplier invoice SI-000001 cannot be paid: it is paid."
                + " Reverse a payment of it first.")
        .hasMessage(SupplierInvoice.KIND.steps(all).get(0).reason().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.001"})
  void isPaidInWholeCentsAboveNothing(String amount) {
    assertThatThrownBy(() -> invoice(DAY).paid(euros(amount)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.INVALID))
        .hasMessageContaining("amount");
  }

  @Test
  void isNotDueBeforeItsDay() {
    assertThat(invoice(DAY).dueDate()).isEqualTo(DAY);
    assertThatThrownBy(() -> invoice(DAY.minusDays(1)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not before the invoice date 2026-02-03");
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static SupplierInvoice invoice(LocalDate due) {
    return new SupplierInvoice(
        new SupplierInvoiceNumber("SI-000001"),
        SupplierInvoice.Kind.INVOICE,
        Optional.of(new PurchaseOrderNumber("PO-000001")),
        new Supplier(new PartyCode("STEEL"), "Steel AG", "DE"),
        Optional.of("R-77"),
        DAY,
        due,
        EUR,
        euros("100"),
        euros("98"),
        euros("0"),
        euros("100"),
        List.of(
            new SupplierInvoice.Line(
                1,
                new ItemCode("BAR"),
                "Bar",
                Quantity.of(BigDecimal.TEN),
                euros("10"),
                euros("100"),
                euros("98"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
