package org.millrace.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.currency.Carried;
import org.millrace.document.Step;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** An invoice by itself: payments, credit, what its goods cost. */
class InvoiceTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.parse("2026-01-02");

  @Test
  void isOpenByWhatIsNotPaid() {
    Invoice invoice = invoice(Invoice.Kind.INVOICE, "3", "39.99");
    Invoice some = invoice.paid(money("10"));
    assertThat(some.openAmount()).isEqualTo(money("29.99"));
    Invoice all = some.paid(money("29.99"));
    assertThat(all.openAmount()).isEqualTo(money("0"));
    assertThatThrownBy(() -> all.paid(money("0.01")))
        .isInstanceOf(Refused.class)
        .hasMessage("IN-1 is settled: nothing of " + money("39.99") + " is open.");
    assertThat(all.unpaid(Carried.of(money("29.99")), money("0")).openAmount())
        .isEqualTo(some.openAmount());
    assertThat(all.header().paidAmount()).isEqualTo(money("39.99"));
  }

  @ParameterizedTest
  @CsvSource({
    "INVOICE, 39.99, 40",
    "INVOICE, 39.99, 0",
    "INVOICE, 39.99, -1",
    "INVOICE, 39.99, 0.001",
    "CREDIT_NOTE, -39.99, 1",
    "CREDIT_NOTE, -39.99, -40",
  })
  void takesNoMoreThanIsOpen(Invoice.Kind kind, String net, String paid) {
    Invoice invoice = invoice(kind, kind == Invoice.Kind.INVOICE ? "3" : "-3", net);
    assertThatThrownBy(() -> invoice.paid(money(paid)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("The payment for IN-1 is refused")
        .hasMessageContaining(money(net).toString());
  }

  @Test
  void refundsACreditNote() {
    Invoice note = invoice(Invoice.Kind.CREDIT_NOTE, "-3", "-39.99");
    assertThat(note.paid(money("-39.99")).openAmount()).isEqualTo(money("0"));
  }

  @Test
  void isCreditedOnceLineByLine() {
    Invoice invoice = invoice(Invoice.Kind.INVOICE, "3", "1.01");
    assertThat(invoice.creditable(Map.of())).containsEntry(1, quantity("3"));
    assertThat(invoice.creditable(Map.of(1, quantity("3")))).isEmpty();
    invoice.requireCreditable(Map.of(1, quantity("2")), Map.of(1, quantity("1")));
    assertThatThrownBy(
            () -> invoice.requireCreditable(Map.of(1, quantity("2")), Map.of(1, quantity("2"))))
        .hasMessageContaining("at most the 1 not credited yet");
    assertThatThrownBy(() -> invoice.requireCreditable(Map.of(1, quantity("3")), Map.of()))
        .hasMessage("Invoice IN-1 is credited in full already.");
    Invoice note = invoice(Invoice.Kind.CREDIT_NOTE, "-3", "-1.01");
    assertThatThrownBy(() -> note.requireCreditable(Map.of(), Map.of(1, quantity("1"))))
        .hasMessageContaining("is a credit note and cannot be credited");
    Invoice.Line line = invoice.lines().get(0);
    assertThat(line.share(quantity("0"), quantity("1"))).isEqualTo(money("0.34"));
    assertThat(line.share(quantity("1"), quantity("1"))).isEqualTo(money("0.33"));
    assertThat(line.share(quantity("2"), quantity("1"))).isEqualTo(money("0.34"));
  }

  @Test
  void tellsItsSteps() {
    Invoice invoice = invoice(Invoice.Kind.INVOICE, "3", "39.99");
    assertThat(possible(invoice)).containsExactly("pay", "credit");
    assertThat(possible(invoice.paid(money("39.99")))).containsExactly("credit");
    assertThat(possible(invoice(Invoice.Kind.CREDIT_NOTE, "-3", "-1"))).containsExactly("pay");
  }

  @Test
  void carriesWhatItsGoodsTurnedOutToCost() {
    Invoice invoice = invoice(Invoice.Kind.INVOICE, "3", "39.99");
    assertThat(invoice.costing(money("2.50")).costAmount()).isEqualTo(money("12.50"));
    assertThat(invoice.costing(money("2.50")).openAmount()).isEqualTo(invoice.openAmount());
  }

  private static List<String> possible(Invoice invoice) {
    return Invoice.KIND.steps(invoice).stream().filter(Step::allowed).map(Step::act).toList();
  }

  private static Invoice invoice(Invoice.Kind kind, String quantity, String net) {
    Invoice.Line line =
        new Invoice.Line(
            1,
            new ItemCode("BELL"),
            "Bell",
            ItemKind.STOCKED,
            quantity(quantity),
            money("13.33"),
            money(net),
            money("10"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Invoice(
        new InvoiceNumber("IN-1"),
        kind,
        "IN-1",
        Optional.empty(),
        Optional.empty(),
        new Customer(new PartyCode("C1"), "Shop", "France", false),
        DAY,
        DAY.plusDays(30),
        EUR,
        List.of(line),
        money(net),
        money("10"),
        money("0"),
        money(net),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static Money money(String amount) {
    return Money.of(amount, "EUR");
  }

  private static Quantity quantity(String value) {
    return Quantity.of(value);
  }
}
