package org.millrace.sales.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.millrace.currency.DocumentCurrency;
import org.millrace.document.Step;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.QuotationNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** A quotation by itself. */
class QuotationTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.parse("2026-01-02");
  private static final LocalDate LAST = LocalDate.parse("2026-01-31");

  @Test
  void addsUpRoundedLines() {
    assertThat(made("3", "0.335").netAmount()).isEqualTo(Money.of("1.01", "EUR"));
  }

  @Test
  void isOfferedToSomebodyElseWhileOpen() {
    Quotation made = made("3", "0.335");
    Quotation changed = made.changed(offer("Inn", LAST.plusDays(1), "4", "2"));
    assertThat(changed.customer().name()).isEqualTo("Inn");
    assertThat(changed.validUntil()).isEqualTo(LAST.plusDays(1));
    assertThat(changed.netAmount()).isEqualTo(Money.of("8", "EUR"));
    assertThat(changed.quotationDate()).isEqualTo(DAY);
    assertThatThrownBy(() -> made.changed(offer("Inn", DAY.minusDays(1), "-1", "2")))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("Quotation " + made.number() + " cannot be changed so: ")
        .hasMessageContaining("validUntil")
        .hasMessageContaining("lines.1.quantity");
  }

  @Test
  void isAnsweredFromItsDayToItsLast() {
    Quotation made = made("1", "2");
    OrderNumber order = new OrderNumber("SO-1");
    assertThat(made.accepted(order, LAST).order()).contains(order);
    assertThatThrownBy(() -> made.accepted(order, LAST.plusDays(1)))
        .hasMessageContaining("was valid until 2026-01-31");
    assertThatThrownBy(() -> made.rejected("Dear", DAY.minusDays(1)))
        .hasMessageContaining("not before the quotation's day 2026-01-02");
    assertThatThrownBy(() -> made.expired(LAST)).hasMessageContaining("valid until 2026-01-31");
    assertThat(made.expired(LAST.plusDays(1)).closedDate()).contains(LAST.plusDays(1));
  }

  @ParameterizedTest
  @EnumSource(QuotationStatus.Act.class)
  void allowsNothingOnceItIsClosed(QuotationStatus.Act act) {
    Quotation made = made("1", "2");
    assertThat(made.status().allows(act)).isTrue();
    List<Quotation> closed =
        List.of(
            made.accepted(new OrderNumber("SO-1"), DAY),
            made.rejected("Dear", DAY),
            made.expired(LAST.plusDays(1)),
            made.replacedBy(new QuotationNumber("QU-2"), DAY));
    for (Quotation one : closed) {
      Step step =
          Quotation.KIND.steps(one).stream()
              .filter(s -> s.act().equals(act.word()))
              .findFirst()
              .orElseThrow();
      assertThat(step.allowed()).isFalse();
      assertThat(step.reason().orElseThrow())
          .startsWith(
              "Quotation QU-1 cannot "
                  + act.words()
                  + ": it is "
                  + one.status().name().toLowerCase(Locale.ROOT));
    }
  }

  private static Quotation made(String quantity, String price) {
    return Quotation.made(new QuotationNumber("QU-1"), offer("Shop", LAST, quantity, price), DAY);
  }

  private static Quotation.Offer offer(
      String customer, LocalDate until, String quantity, String price) {
    Quotation.Line line =
        Quotation.Line.priced(
            1,
            "Bell",
            new NewInvoice.Line(new ItemCode("BELL"), Quantity.of(quantity), new BigDecimal(price)),
            Money.of(price, "EUR"));
    return new Quotation.Offer(
        new Customer(new PartyCode("C1"), customer, "France", false),
        until,
        List.of(line),
        DocumentCurrency.of(EUR),
        Optional.empty());
  }
}
