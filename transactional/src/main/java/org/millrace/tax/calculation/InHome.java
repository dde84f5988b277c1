package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignAmounts;
import org.millrace.currency.ForeignTax;
import org.millrace.shared.Money;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxShare;

/**
 * What a document in a foreign currency is worth in that of the company. Gross and each tax are
 * converted and rounded by themselves; the net amount is what is left, and the lines share it and
 * the tax of their code so that they add up. What was paid before keeps the worth that it had on
 * its own day (IFRIC 22; CAS 19), the rate is that of the rest: of 1,190.00 USD, of which 357.00
 * were prepaid at 0.80, 833.00 are converted at 0.90.
 */
public record InHome(ExchangeRate rate, Currency home, List<Before> before) {
  public InHome {
    before = List.copyOf(before);
  }

  /** Nothing was paid before. */
  public InHome(ExchangeRate rate, Currency home) {
    this(rate, home, List.of());
  }

  /**
   * What was paid before of a tax code, or without one.
   *
   * @param paper base and tax as they stand on the document
   * @param base what the base was worth, in the currency of the company
   * @param tax the same of the tax
   */
  public record Before(Optional<TaxCodeName> code, ForeignTax paper, Money base, Money tax) {}

  /**
   * The amounts of the document in the currency of the company.
   *
   * @param codes those of its lines
   */
  public PriceLines.Priced of(PriceLines.Priced priced, List<Optional<TaxCodeName>> codes) {
    Money gross =
        worth(
            priced.gross(),
            before.stream()
                .map(each -> new Part(each.paper().gross(), each.base().plus(each.tax())))
                .toList());
    List<TaxShare> shares = priced.shares().stream().map(this::share).toList();
    Money tax = shares.stream().map(TaxShare::amount).reduce(Money.zero(home), Money::plus);
    return new PriceLines.Priced(
        nets(priced, gross.minus(tax)),
        taxes(priced, codes, shares),
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
    return ForeignAmounts.unpaid(
        rate,
        priced.net(),
        priced.gross(),
        priced.tax().flatMap(DocumentTax::earlyPayment).map(DocumentTax.EarlyPayment::discount));
  }

  private List<Money> nets(PriceLines.Priced priced, Money all) {
    BigDecimal whole = priced.net().amount();
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

  /** The lines of a code share its tax. */
  private List<Optional<Money>> taxes(
      PriceLines.Priced priced, List<Optional<TaxCodeName>> codes, List<TaxShare> shares) {
    RoundingUnit unit = RoundingUnit.of(home);
    List<Optional<Money>> taxes = new ArrayList<>(priced.taxes());
    for (TaxShare share : shares) {
      List<Integer> lines = new ArrayList<>();
      for (int i = 0; i < codes.size(); i++) {
        if (codes.get(i).filter(share.code()::equals).isPresent()) {
          lines.add(i);
        }
      }
      List<BigDecimal> weights =
          lines.stream().map(i -> priced.taxes().get(i).orElseThrow().amount()).toList();
      List<BigDecimal> amounts = unit.shares(share.amount().amount(), weights);
      for (int i : lines) {
        taxes.set(i, Optional.of(Money.of(amounts.get(lines.indexOf(i)), home)));
      }
    }
    return taxes;
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
    List<Before> paid =
        before.stream().filter(each -> each.code().filter(of.code()::equals).isPresent()).toList();
    Money amount =
        worth(
            of.amount(),
            paid.stream().map(each -> new Part(each.paper().amount(), each.tax())).toList());
    return new TaxShare(
        of.code(),
        of.category(),
        of.taxPoint(),
        of.rate(),
        of.deductiblePercent(),
        worth(
            of.base(),
            paid.stream().map(each -> new Part(each.paper().base(), each.base())).toList()),
        amount,
        at(of.selfAssessed()),
        of.proportional().equals(of.amount()) ? amount : at(of.proportional()),
        Optional.of(new ForeignTax(of.base().amount(), of.amount().amount())));
  }

  /** A part in the currency of the document that has its worth already. */
  private record Part(BigDecimal paper, Money worth) {}

  /** What is known of an amount, and the rest at the rate. */
  private Money worth(Money paper, List<Part> known) {
    BigDecimal rest = paper.amount();
    Money worth = Money.zero(home);
    for (Part part : known) {
      rest = rest.subtract(part.paper());
      worth = worth.plus(part.worth());
    }
    return worth.plus(rate.of(rest, home));
  }

  private Money at(Money amount) {
    return rate.of(amount.amount(), home);
  }
}
