package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignAmounts;
import org.millrace.shared.Money;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxShare;

/**
 * What a document in a foreign currency is worth in that of the company. Gross and each tax are
 * converted and rounded by themselves; the net amount is what is left, shared by the lines so that
 * they add up to it.
 */
public record InHome(ExchangeRate rate, Currency home) {
  /** The amounts of the document in the currency of the company. */
  public PriceLines.Priced of(PriceLines.Priced priced) {
    Money net = net(priced);
    Money gross = at(priced.tax().map(DocumentTax::gross).orElse(net));
    List<TaxShare> shares = priced.shares().stream().map(this::share).toList();
    Money tax = shares.stream().map(TaxShare::amount).reduce(Money.zero(home), Money::plus);
    return new PriceLines.Priced(
        nets(priced, gross.minus(tax)),
        priced.taxes().stream().map(each -> each.map(this::at)).toList(),
        priced.tax().map(of -> tax(of, tax, gross)),
        shares,
        components(priced, shares),
        Optional.empty());
  }

  /** Each code's taxes share its tax in the books as they do on the document. */
  private List<TaxShare.Component> components(PriceLines.Priced priced, List<TaxShare> shares) {
    return shares.stream()
        .flatMap(share -> RoundingUnit.of(home).shared(share, priced.components()).stream())
        .toList();
  }

  /** What stands on the document itself. */
  public ForeignAmounts foreign(PriceLines.Priced priced) {
    Money net = net(priced);
    return ForeignAmounts.unpaid(
        rate,
        net,
        priced.tax().map(DocumentTax::gross).orElse(net),
        priced.tax().flatMap(DocumentTax::earlyPayment).map(DocumentTax.EarlyPayment::discount));
  }

  private static Money net(PriceLines.Priced priced) {
    Currency currency = priced.nets().get(0).currency();
    return priced.nets().stream().reduce(Money.zero(currency), Money::plus);
  }

  private List<Money> nets(PriceLines.Priced priced, Money all) {
    BigDecimal whole = net(priced).amount();
    RoundingUnit unit = RoundingUnit.of(home);
    List<Money> nets = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (Money net : priced.nets()) {
      BigDecimal share = unit.share(all.amount(), whole, before, net.amount());
      nets.add(Money.of(share, home));
      before = before.add(net.amount());
    }
    return nets;
  }

  private DocumentTax tax(DocumentTax of, Money tax, Money gross) {
    return new DocumentTax(
        tax,
        gross,
        of.pricesInclude(),
        at(of.discount()),
        at(of.letOff()),
        of.earlyPayment()
            .map(
                early ->
                    new DocumentTax.EarlyPayment(
                        early.percent(),
                        early.days(),
                        early.mode(),
                        early.until(),
                        at(early.discount()))));
  }

  private TaxShare share(TaxShare of) {
    return new TaxShare(
        of.code(),
        of.category(),
        of.taxPoint(),
        of.rate(),
        of.deductiblePercent(),
        at(of.base()),
        at(of.amount()),
        at(of.selfAssessed()),
        at(of.proportional()));
  }

  private Money at(Money amount) {
    return rate.of(amount.amount(), home);
  }
}
