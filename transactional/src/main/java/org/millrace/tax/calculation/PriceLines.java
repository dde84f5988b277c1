package org.millrace.tax.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxComponent;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxRules;
import org.millrace.tax.TaxShare;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.TaxTreatment;

/** Prices the lines of a document of a company: net amounts, taxes and what is to be paid. */
public final class PriceLines {
  private final TaxRules rules;
  private final LocalDate day;
  private final TaxTerms terms;
  private final Currency currency;
  private final TaxEntry.Side side;

  /** By the rules of that day, for who sells (output) or buys (input). */
  public PriceLines(
      TaxRules rules, LocalDate day, TaxTerms terms, Currency currency, TaxEntry.Side side) {
    this.rules = rules;
    this.day = day;
    this.terms = terms;
    this.currency = currency;
    this.side = side;
  }

  /** So many units that come to an amount as priced, after the line's own discount. */
  public record Line(Optional<TaxCodeName> code, BigDecimal quantity, Money amount) {}

  /** Net amounts and taxes in the order of the lines; a line without a code has no tax. */
  public record Priced(
      List<Money> nets,
      List<Optional<Money>> taxes,
      Optional<DocumentTax> tax,
      List<TaxShare> shares,
      List<TaxShare.Component> components,
      Optional<TaxedDocument> document) {
    public Priced {
      nets = List.copyOf(nets);
      taxes = List.copyOf(taxes);
      shares = List.copyOf(shares);
      components = List.copyOf(components);
    }

    /** Net amounts and taxes, of at least one line. */
    public Money gross() {
      return tax.map(DocumentTax::gross).orElseGet(this::net);
    }

    /** The net amounts, of at least one line. */
    public Money net() {
      return nets.stream().reduce(Money.zero(nets.get(0).currency()), Money::plus);
    }
  }

  /** The lines priced. */
  public Priced of(List<Line> lines) {
    boolean isUntaxed = lines.stream().allMatch(line -> line.code().isEmpty());
    if (isUntaxed && terms.equals(TaxTerms.NONE)) {
      return new Priced(
          lines.stream().map(Line::amount).toList(),
          lines.stream().map(line -> Optional.<Money>empty()).toList(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty());
    }
    RoundingUnit unit = RoundingUnit.of(rules, currency);
    List<BigDecimal> amounts =
        lines.stream().map(line -> unit.round(line.amount().amount())).toList();
    requireDiscount(amounts, unit);
    List<TaxableLine> taxable = new ArrayList<>(lines.size());
    Map<TaxTreatment, TaxCodeName> codes = new HashMap<>();
    for (Line line : lines) {
      TaxTreatment treatment = rules.treatment(line.code(), day);
      boolean isWithin = terms.pricesInclude() && !treatment.category().isOwedByBuyer();
      treatment = isWithin ? treatment.within() : treatment;
      if (line.code().isPresent()) {
        codes.put(treatment, line.code().get());
      }
      taxable.add(TaxableLine.of(line.quantity(), amounts.get(taxable.size()), treatment));
    }
    CalculateTax calculate =
        CalculateTax.by(rules.rounding(), unit)
            .less(terms.documentDiscount().orElse(BigDecimal.ZERO));
    Optional<EarlyPaymentDiscount> early = terms.earlyPayment().map(EarlyPaymentDiscount::new);
    TaxedDocument document = early.map(calculate::with).orElse(calculate).of(taxable, amounts);
    List<Optional<Money>> taxes = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      boolean isCharged = !taxable.get(i).treatment().category().isOwedByBuyer();
      BigDecimal tax = isCharged ? document.lines().get(i).tax() : BigDecimal.ZERO;
      taxes.add(lines.get(i).code().map(named -> money(tax)));
    }
    return new Priced(
        document.lines().stream().map(line -> money(line.net())).toList(),
        taxes,
        Optional.of(tax(document, early, unit)),
        document.groups().stream()
            .filter(group -> codes.containsKey(group.treatment()))
            .map(group -> share(group, Objects.requireNonNull(codes.get(group.treatment()))))
            .toList(),
        document.groups().stream()
            .filter(group -> codes.containsKey(group.treatment()))
            .flatMap(group -> components(group, codes.get(group.treatment())))
            .toList(),
        Optional.of(document));
  }

  /** The taxes of a code that is more than one. */
  private Stream<TaxShare.Component> components(
      TaxedDocument.Group group, @Nullable TaxCodeName code) {
    List<TaxComponent> parts = group.treatment().components();
    return parts.size() < 2
        ? Stream.empty()
        : IntStream.range(0, parts.size())
            .mapToObj(
                i ->
                    new TaxShare.Component(
                        Objects.requireNonNull(code),
                        i + 1,
                        parts.get(i).basis(),
                        parts.get(i).value(),
                        money(group.taxes().get(i))));
  }

  private void requireDiscount(List<BigDecimal> amounts, RoundingUnit unit) {
    BigDecimal total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal discount = terms.documentDiscount().orElse(BigDecimal.ZERO);
    new Problems()
        .require(
            discount.signum() == 0
                || unit.round(discount).compareTo(discount) == 0 && discount.compareTo(total) <= 0,
            "documentDiscount",
            discount,
            "at most the %s of the lines, with the decimals of %s".formatted(total, currency))
        .refuse("The document cannot be taxed");
  }

  private DocumentTax tax(
      TaxedDocument document, Optional<EarlyPaymentDiscount> early, RoundingUnit unit) {
    return new DocumentTax(
        money(document.tax()),
        money(document.gross()),
        terms.pricesInclude(),
        money(document.discount()),
        Money.zero(currency),
        early.map(
            kept ->
                new DocumentTax.EarlyPayment(
                    kept.terms().percent(),
                    kept.terms().days(),
                    kept.terms().mode(),
                    kept.terms().until(day),
                    money(kept.amount(document, unit)))));
  }

  private TaxShare share(TaxedDocument.Group group, TaxCodeName name) {
    TaxCode code = Objects.requireNonNull(rules.codes().get(name));
    List<TaxComponent> components = group.treatment().components();
    boolean isOneRate =
        components.size() == 1 && components.get(0).basis() == TaxComponent.Basis.PERCENT;
    boolean isElsewhere =
        side == TaxEntry.Side.OUTPUT && group.treatment().category().isOwedByBuyer();
    BigDecimal none = BigDecimal.ZERO;
    return new TaxShare(
        name,
        code.category(),
        code.taxPoint(),
        isOneRate ? Optional.of(components.get(0).value()) : Optional.empty(),
        code.deductiblePercent(),
        money(group.taxable()),
        money(group.tax()),
        money(isElsewhere ? none : group.selfAssessed()),
        money(isElsewhere ? none : group.taxFollowingPrice()),
        Optional.empty());
  }

  private Money money(BigDecimal amount) {
    return Money.of(amount, currency);
  }
}
