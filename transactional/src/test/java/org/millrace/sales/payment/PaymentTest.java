package org.millrace.sales.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.document.reversal.PostedStatus;
import org.millrace.party.PartyCode;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.Money;

class PaymentTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.parse("2026-03-20");
  private static final PaymentNumber SECOND = new PaymentNumber("PY-2");

  @Test
  void aReversalHasTheOppositeAmountAndNamesThePayment() {
    Payment reversal = payment("12.50").reversal(SECOND, DAY, "Other customer");
    assertThat(reversal.amount()).isEqualTo(money("-12.50"));
    assertThat(reversal.reverses()).contains(new PaymentNumber("PY-1"));
    assertThat(reversal.reason()).contains("Other customer");
    assertThat(reversal.paymentDate()).isEqualTo(DAY);
    assertThat(reversal.status()).isEqualTo(PostedStatus.REVERSING);
    assertThat(reversal.told().reverses()).contains("PY-1");
  }

  @Test
  void aRefundIsTakenBackByMoneyIn() {
    assertThat(payment("-8").reversal(SECOND, DAY, "Not sent").amount()).isEqualTo(money("8"));
  }

  @Test
  void isReversedOnce() {
    Payment reversed = payment("12.50").reversed(SECOND);
    assertThat(reversed.amount()).isEqualTo(money("12.50"));
    assertThat(reversed.reversedBy()).contains(SECOND);
    assertThatThrownBy(() -> reversed.reversal(new PaymentNumber("PY-3"), DAY, "Again"))
        .hasMessageContaining("Payment PY-1 cannot be reversed: it is reversed");
  }

  @Test
  void aReversalIsNotReversed() {
    Payment reversal = payment("12.50").reversal(SECOND, DAY, "Other customer");
    assertThatThrownBy(() -> reversal.reversal(new PaymentNumber("PY-3"), DAY, "Back"))
        .hasMessageContaining("Payment PY-2 cannot be reversed: it is reversing");
  }

  private static Payment payment(String amount) {
    return new Payment(
        new PaymentNumber("PY-1"),
        PostedStatus.POSTED,
        LocalDate.parse("2026-03-10"),
        new InvoiceNumber("IN-1"),
        new PartyCode("C"),
        "Shop",
        money(amount),
        EUR,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Money money(String amount) {
    return Money.of(new BigDecimal(amount), EUR);
  }
}
