package org.millrace.sales.prepayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignTax;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.Money;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxPoint;
import org.millrace.tax.TaxShare;
import org.millrace.tax.calculation.InHome;
import org.millrace.tax.calculation.PriceLines;

/** A prepayment in another currency, deducted by any number of invoices at any rates. */
class AnyPrepaidTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");
  private static final TaxCodeName FULL = new TaxCodeName("V19");
  private static final TaxCodeName LOW = new TaxCodeName("V7");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  @Provide
  Arbitrary<ExchangeRate> rates() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.0001"), new BigDecimal("250"))
        .ofScale(4)
        .filter(rate -> rate.signum() > 0)
        .map(rate -> new ExchangeRate(rate.toPlainString()));
  }

  @Property(tries = 1000)
  void leavesWithWhatItCameInWithInBothCurrencies(
      @ForAll("rates") ExchangeRate rate,
      @ForAll @LongRange(min = 1, max = 10_000_000) long full,
      @ForAll @LongRange(max = 10_000_000) long low,
      @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 100) Integer> percents) {
    PriceLines.Priced paper = priced(full, low);
    Invoice prepayment = prepayment(paper, rate);
    BigDecimal gross = prepayment.documentGross().amount();
    List<Invoice.Prepaid> all = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (int percent : percents) {
      BigDecimal part = cents(gross.subtract(before).unscaledValue().longValue() * percent / 100);
      List<Invoice.Prepaid> taken = DeductPrepayments.parts(prepayment, before, part);
      assertThat(foreign(taken, ForeignTax::gross)).isEqualByComparingTo(part);
      all.addAll(taken);
      before = before.add(part);
    }
    all.addAll(DeductPrepayments.parts(prepayment, before, gross.subtract(before)));
    assertThat(sum(all, Invoice.Prepaid::base)).isEqualTo(prepayment.netAmount());
    assertThat(sum(all, Invoice.Prepaid::gross)).isEqualTo(prepayment.grossAmount());
    for (TaxShare share : prepayment.taxes()) {
      List<Invoice.Prepaid> own =
          all.stream().filter(row -> row.code().filter(share.code()::equals).isPresent()).toList();
      assertThat(sum(own, Invoice.Prepaid::base)).isEqualTo(share.base());
      assertThat(sum(own, Invoice.Prepaid::tax)).isEqualTo(share.amount());
      assertThat(foreign(own, ForeignTax::base))
          .isEqualByComparingTo(share.foreign().orElseThrow().base());
    }
  }

  @Property(tries = 1000)
  void isWorthInTheFinalInvoiceWhatItWasAndTheRestTheRateOfTheDay(
      @ForAll("rates") ExchangeRate then,
      @ForAll("rates") ExchangeRate now,
      @ForAll @LongRange(min = 1, max = 10_000_000) long full,
      @ForAll @LongRange(max = 10_000_000) long low,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    Invoice prepayment = prepayment(priced(Math.max(1, full * percent / 100), low), then);
    PriceLines.Priced paper = priced(full, low);
    List<Invoice.Prepaid> prepaid =
        DeductPrepayments.parts(prepayment, BigDecimal.ZERO, prepayment.documentGross().amount());
    PriceLines.Priced home =
        new InHome(
                now,
                EUR,
                prepaid.stream()
                    .map(
                        row ->
                            new InHome.Before(
                                row.code(), row.foreign().orElseThrow(), row.base(), row.tax()))
                    .toList())
            .of(paper, codes());
    BigDecimal rest = paper.gross().amount().subtract(prepayment.documentGross().amount());
    assertThat(home.gross().minus(prepayment.grossAmount())).isEqualTo(now.of(rest, EUR));
    Money tax = home.shares().stream().map(TaxShare::amount).reduce(Money.zero(EUR), Money::plus);
    assertThat(home.net().plus(tax)).isEqualTo(home.gross());
    assertThat(
            home.taxes().stream().map(Optional::orElseThrow).reduce(Money.zero(EUR), Money::plus))
        .isEqualTo(tax);
    for (TaxShare share : home.shares()) {
      Money paid =
          sum(
              prepaid.stream()
                  .filter(row -> row.code().filter(share.code()::equals).isPresent())
                  .toList(),
              Invoice.Prepaid::tax);
      BigDecimal left =
          share
              .foreign()
              .orElseThrow()
              .amount()
              .subtract(
                  prepayment.taxes().stream()
                      .filter(of -> of.code().equals(share.code()))
                      .findFirst()
                      .flatMap(TaxShare::foreign)
                      .orElseThrow()
                      .amount());
      assertThat(share.amount().minus(paid)).isEqualTo(now.of(left, EUR));
    }
  }

  private static BigDecimal cents(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  private static Money usd(BigDecimal amount) {
    return Money.of(amount, USD);
  }

  private static List<Optional<TaxCodeName>> codes() {
    return List.of(Optional.of(FULL), Optional.of(FULL), Optional.of(LOW));
  }

  /** Two lines at 19 % and one at 7 %. */
  private static PriceLines.Priced priced(long full, long low) {
    long fullTax = full * 19 / 100;
    long lowTax = low * 7 / 100;
    long half = full / 2;
    long halfTax = fullTax / 3;
    Money tax = usd(cents(fullTax + lowTax));
    return new PriceLines.Priced(
        List.of(usd(cents(half)), usd(cents(full - half)), usd(cents(low))),
        List.of(
            Optional.of(usd(cents(halfTax))),
            Optional.of(usd(cents(fullTax - halfTax))),
            Optional.of(usd(cents(lowTax)))),
        Optional.of(
            new DocumentTax(
                tax,
                tax.plus(usd(cents(full + low))),
                false,
                Money.zero(USD),
                Money.zero(USD),
                Optional.empty())),
        List.of(share(FULL, 19, full, fullTax), share(LOW, 7, low, lowTax)),
        List.of(),
        Optional.empty());
  }

  private static TaxShare share(TaxCodeName code, int rate, long base, long tax) {
    return new TaxShare(
        code,
        TaxCategory.STANDARD,
        TaxPoint.INVOICE,
        Optional.of(BigDecimal.valueOf(rate)),
        new BigDecimal(100),
        usd(cents(base)),
        usd(cents(tax)),
        Money.zero(USD),
        usd(cents(tax)),
        Optional.empty());
  }

  private static Invoice prepayment(PriceLines.Priced paper, ExchangeRate rate) {
    InHome into = new InHome(rate, EUR);
    PriceLines.Priced home = into.of(paper, codes());
    Money zero = Money.zero(EUR);
    return new Invoice(
            new InvoiceNumber("IN-1"),
            Invoice.Kind.INVOICE,
            "IN-1",
            Optional.of(new OrderNumber("SO-1")),
            Optional.empty(),
            new Customer(new PartyCode("C"), "Shop", "DE", false),
            DAY,
            DAY,
            EUR,
            List.of(),
            home.net(),
            zero,
            zero,
            home.gross(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.of(Invoice.Purpose.PREPAYMENT),
            List.of())
        .taxed(home.tax(), home.shares(), home.components())
        .abroad(Optional.of(into.foreign(paper)));
  }

  private static Money sum(List<Invoice.Prepaid> rows, Function<Invoice.Prepaid, Money> amount) {
    return rows.stream().map(amount).reduce(Money.zero(EUR), Money::plus);
  }

  private static BigDecimal foreign(
      List<Invoice.Prepaid> rows, Function<ForeignTax, BigDecimal> amount) {
    return rows.stream()
        .map(row -> amount.apply(row.foreign().orElseThrow()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
