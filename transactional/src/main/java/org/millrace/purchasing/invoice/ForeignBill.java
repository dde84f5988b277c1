package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignAmounts;
import org.millrace.currency.Rates;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.calculation.InHome;
import org.millrace.tax.calculation.PriceLines;

/**
 * Bills in a foreign currency of what was ordered in that of the company: their prices are
 * converted at the rate, and what stands on the paper is kept beside them.
 */
final class ForeignBill {
  private static final int PRICE_DECIMALS = 6;

  private final TaxBill taxBill;
  private final Rates rates;

  ForeignBill(TaxBill taxBill, Rates rates) {
    this.taxBill = taxBill;
    this.rates = rates;
  }

  /** The bill in the currency of the company. */
  Bill in(CompanyCode company, Currency home, Bill paper, AskedCurrency money, LocalDate today) {
    if (money.currency().equals(home)) {
      return paper;
    }
    LocalDate day = paper.invoiceDate().orElse(today);
    ExchangeRate rate =
        rates.rate(company, money.rate(), new Rates.Wanted(money.currency(), home, day));
    PriceLines.Priced priced = taxBill.priced(company, money.currency(), paper, day);
    ForeignAmounts amounts = amounts(new InHome(rate, home), priced, paper.printedTax());
    List<Money> nets = priced.nets().subList(0, paper.lines().size());
    return new Bill(
        paper.supplierReference(),
        paper.invoiceDate(),
        paper.dueDate(),
        paper.lines().stream().map(line -> line(line, rate)).toList(),
        paper.charges().stream().map(charge -> charge(charge, rate, home)).toList(),
        terms(paper.terms(), rate, home),
        paper.printedTax().map(tax -> signed(tax, rate, home)),
        Optional.of(new Bill.Foreign(amounts, paper, nets)));
  }

  /** As the lines come to, with the tax that is printed. */
  private static ForeignAmounts amounts(
      InHome into, PriceLines.Priced priced, Optional<BigDecimal> printed) {
    ForeignAmounts computed = into.foreign(priced);
    if (printed.isEmpty()) {
      return computed;
    }
    Currency currency = computed.currency();
    Money net = Money.of(computed.netAmount(), currency);
    return ForeignAmounts.unpaid(
        into.rate(),
        net,
        net.plus(Money.of(printed.get(), currency)),
        priced.tax().flatMap(DocumentTax::earlyPayment).map(DocumentTax.EarlyPayment::discount));
  }

  private static Bill.Line line(Bill.Line line, ExchangeRate rate) {
    BigDecimal price =
        rate.unrounded(line.unitPrice()).setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
    return new Bill.Line(
        line.line(),
        line.quantity(),
        price,
        line.taxCode(),
        line.discountPercent(),
        line.dimensions());
  }

  private static Bill.Charge charge(Bill.Charge charge, ExchangeRate rate, Currency home) {
    return new Bill.Charge(
        charge.text(),
        signed(charge.amount(), rate, home),
        charge.account(),
        charge.onGoods(),
        charge.taxCode());
  }

  /** Half up away from 0, so that a credit is worth what the bill was. */
  private static BigDecimal signed(BigDecimal amount, ExchangeRate rate, Currency home) {
    BigDecimal worth = rate.of(amount.abs(), home).amount();
    return amount.signum() < 0 ? worth.negate() : worth;
  }

  private static TaxTerms terms(TaxTerms terms, ExchangeRate rate, Currency home) {
    return new TaxTerms(
        terms.pricesInclude(),
        terms.documentDiscount().map(less -> rate.of(less, home).amount()),
        terms.earlyPayment());
  }
}
