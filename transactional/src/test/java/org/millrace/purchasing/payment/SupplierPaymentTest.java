package org.millrace.purchasing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.document.reversal.PostedStatus;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;

/** A payment to a supplier is taken back once, by one that names it. */
class SupplierPaymentTest {
  private static final SupplierPaymentNumber BACK = new SupplierPaymentNumber("SP-000002");
  private static final LocalDate DAY = LocalDate.parse("2026-02-03");

  @Test
  void isTakenBackByItsNegativeThatNamesIt() {
    SupplierPayment back = paid().reversal(BACK, DAY.plusDays(3), "wrong supplier");
    assertThat(back.amount()).isEqualTo(Money.of("-12.34", "EUR"));
    assertThat(back.reverses()).contains(paid().number());
    assertThat(back.status()).isEqualTo(PostedStatus.REVERSING);
    assertThat(back.paymentDate()).isEqualTo(DAY.plusDays(3));
    assertThat(back.supplier()).isEqualTo(paid().supplier());
    SupplierPaid.Payment told = back.told();
    assertThat(told.reverses()).contains("SP-000001");
    assertThat(told.reason()).contains("wrong supplier");
  }

  @Test
  void saysByWhichOneItWasTakenBackAndStaysAsItWas() {
    SupplierPayment gone = paid().reversed(BACK);
    assertThat(gone.status()).isEqualTo(PostedStatus.REVERSED);
    assertThat(gone.reversedBy()).contains(BACK);
    assertThat(gone.amount()).isEqualTo(paid().amount());
    assertThat(gone.paymentDate()).isEqualTo(DAY);
  }

  @Test
  void isTakenBackOnce() {
    SupplierPayment gone = paid().reversed(BACK);
    SupplierPayment back = paid().reversal(BACK, DAY, "twice");
    assertThatThrownBy(() -> gone.reversal(BACK, DAY, "again")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> gone.reversed(BACK)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> back.reversal(BACK, DAY, "the reversal"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("SP-000002");
    assertThatThrownBy(back::requireReversible).isInstanceOf(Refused.class);
  }

  private static SupplierPayment paid() {
    return new SupplierPayment(
        new SupplierPaymentNumber("SP-000001"),
        PostedStatus.POSTED,
        DAY,
        new SupplierInvoiceNumber("SI-000001"),
        new PartyCode("STEEL"),
        "Steel AG",
        Money.of("12.34", "EUR"),
        Currency.getInstance("EUR"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
