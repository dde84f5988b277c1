package org.millrace.paper.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millrace.document.number.DocumentNumber;
import org.millrace.paper.EInvoice;
import org.millrace.paper.EInvoiceStatus;
import org.millrace.shared.Money;

class SharedAdjustmentsTest {
  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void sharesAFreightByTheAmountsOfTheLines() {
    assertThat(SharedAdjustments.nets(invoice("160.00", "100.00", "50.00")).values())
        .containsExactly(new BigDecimal("106.67"), new BigDecimal("53.33"));
  }

  @Test
  void sharesADiscountSoThatNothingIsLost() {
    assertThat(SharedAdjustments.nets(invoice("99.90", "33.33", "33.33", "33.34")).values())
        .containsExactly(new BigDecimal("33.30"), new BigDecimal("33.29"), new BigDecimal("33.31"));
  }

  @Test
  void keepsThePrintedPriceWhereItMakesTheAmount() {
    EInvoice.Line line = line(1, "46.50", "25", "1.86");
    assertThat(LinePrices.exact(line, new BigDecimal("46.50"))).isEqualByComparingTo("1.86");
    EInvoice.Line rounded = line(1, "9.99", "3", "3.34");
    assertThat(LinePrices.exact(rounded, new BigDecimal("9.99"))).isEqualByComparingTo("3.33");
  }

  private static EInvoice invoice(String base, String... nets) {
    Money zero = Money.zero(EUR);
    return new EInvoice(
        new DocumentNumber("EI-1"),
        EInvoiceStatus.READ,
        EInvoice.Type.INVOICE,
        EInvoice.Format.UBL,
        "a.xml",
        "1",
        LocalDate.of(2026, 4, 1),
        Optional.empty(),
        new EInvoice.Seller("Tubes", Optional.empty()),
        Optional.empty(),
        EUR,
        new EInvoice.Totals(zero, zero, zero, zero),
        Optional.empty(),
        Optional.empty(),
        IntStream.range(0, nets.length).mapToObj(i -> line(i + 1, nets[i], "1", nets[i])).toList(),
        List.of(
            new EInvoice.Tax(
                1, "S", Optional.of(new BigDecimal("19")), Money.of(base, "EUR"), zero)),
        List.of());
  }

  private static EInvoice.Line line(int line, String net, String quantity, String price) {
    return new EInvoice.Line(
        line,
        "Wheel",
        Optional.empty(),
        Optional.empty(),
        new BigDecimal(quantity),
        Optional.empty(),
        new BigDecimal(price),
        Money.of(net, "EUR"),
        "S",
        Optional.of(new BigDecimal("19.00")),
        Optional.empty());
  }
}
