package org.millrace.sales.prepayment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.invoice.PutOnRecord;
import org.millrace.sales.invoice.PutOnRecord.PostedInvoice;
import org.millrace.sales.master.AgreedTerms;
import org.millrace.sales.master.LessDiscount;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxPoint;
import org.millrace.tax.TaxRules;
import org.millrace.tax.TaxShare;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.Taxes;
import org.millrace.tax.calculation.InHome;
import org.millrace.tax.calculation.PriceLines;
import org.millrace.tax.calculation.RoundingUnit;

/**
 * Asks for money before an order is delivered. The amount includes the tax; it is shared by the tax
 * codes of what is still to be invoiced: 357.00 of an order of 1,190.00 at 19 % are 300.00 and
 * 57.00 of tax. The tax is owed with the money, unless the invoice alone makes it due. The invoice
 * is in the currency of the order, at the rate of its own day.
 */
public final class PrepayOrder {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final TaxTerms WITH_TAX =
      TaxTerms.of(Optional.of(true), Optional.empty(), Optional.empty());

  private final Companies companies;
  private final Documents<Invoice> invoices;
  private final PutOnRecord record;
  private final Taxes taxes;
  private final AgreedTerms agreed;
  private final Prepayments prepayments;
  private final Rates rates;

  PrepayOrder(
      Companies companies,
      Documents<Invoice> invoices,
      PutOnRecord record,
      Prepayments prepayments,
      Sources sources) {
    this.companies = companies;
    this.invoices = invoices;
    this.record = record;
    this.taxes = sources.taxes();
    this.agreed = sources.agreed();
    this.prepayments = prepayments;
    this.rates = sources.rates();
  }

  /** Where rates of taxes and of exchange, and terms come from. */
  record Sources(Taxes taxes, AgreedTerms agreed, Rates rates) {}

  /**
   * How much is asked for, with the tax: an amount, or a percentage of what is still to be
   * invoiced. With a tax code all of it bears that.
   */
  public record Asked(
      Optional<BigDecimal> amount,
      Optional<BigDecimal> percent,
      Optional<TaxCodeName> taxCode,
      Optional<TaxPoint> taxPoint,
      Optional<Integer> daysToPay) {}

  /**
   * The prepayment invoice of an order that is locked.
   *
   * @throws org.millrace.shared.Refused as conflict when nothing is to be delivered any more, as
   *     invalid when more is asked for than the order comes to
   */
  public Versioned<Invoice> prepay(Versioned<SalesOrder> of, Asked asked, Instant occurredAt) {
    SalesOrder order = of.document();
    CompanyCode company = of.company();
    order.requirePrepayable();
    LocalDate day = companies.dayOf(company, occurredAt);
    TaxRules rules = rules(of, asked, day);
    List<Part> parts = parts(order, rules, day);
    BigDecimal whole = sum(parts);
    BigDecimal amount = amount(of, asked, whole);
    List<PriceLines.Line> lines = lines(order, asked, parts, amount);
    PriceLines.Priced paper = pricing(order, rules, day, WITH_TAX).of(lines);
    Optional<InHome> into = into(of, day);
    PriceLines.Priced priced =
        into.map(home -> home.of(paper, lines.stream().map(PriceLines.Line::code).toList()))
            .orElse(paper);
    int days =
        agreed
            .of(company, order.customer().code(), occurredAt, asked.daysToPay(), TaxTerms.NONE)
            .daysToPay();
    NewInvoice.requireDaysToPay(new Problems(), days).refuse("The invoice is refused");
    InvoiceNumber number = new InvoiceNumber(invoices.nextNumber(company, day));
    Invoice invoice = invoice(order, number, day, day.plusDays(days), priced);
    List<TaxShare> shares =
        priced.shares().stream()
            .map(share -> share.dueAt(point(share, asked.taxPoint().orElse(TaxPoint.PAYMENT))))
            .toList();
    return record
        .put(
            company,
            List.of(
                new PostedInvoice(
                    invoice
                        .taxed(priced.tax(), shares, priced.components())
                        .abroad(into.map(home -> home.foreign(paper))),
                    occurredAt)))
        .get(0);
  }

  /** What one tax code comes to in what is still to be invoiced, with the tax. */
  private record Part(Optional<TaxCodeName> code, BigDecimal gross) {}

  private TaxRules rules(Versioned<SalesOrder> of, Asked asked, LocalDate day) {
    List<SalesOrder.Line> lines = of.document().lines();
    TaxRules rules =
        taxes.rules(
            of.company(),
            Stream.concat(
                    lines.stream().flatMap(line -> line.taxCode().stream()),
                    asked.taxCode().stream())
                .toList());
    Problems problems = new Problems();
    rules.require(asked.taxCode(), day, "taxCode", problems);
    lines.forEach(
        line -> rules.require(line.taxCode(), day, "lines." + line.line() + ".taxCode", problems));
    problems.refuse("The invoice is refused");
    return rules;
  }

  private Optional<InHome> into(Versioned<SalesOrder> of, LocalDate day) {
    SalesOrder order = of.document();
    return order
        .foreign()
        .map(
            told ->
                new InHome(
                    rates.rate(
                        of.company(), new Rates.Wanted(told.currency(), order.currency(), day)),
                    order.currency()));
  }

  private static PriceLines pricing(
      SalesOrder order, TaxRules rules, LocalDate day, TaxTerms terms) {
    return new PriceLines(rules, day, terms, order.money().paper(), TaxEntry.Side.OUTPUT);
  }

  private static List<Part> parts(SalesOrder order, TaxRules rules, LocalDate day) {
    Currency paper = order.money().paper();
    List<PriceLines.Line> left =
        order.lines().stream()
            .map(
                line ->
                    new PriceLines.Line(
                        line.taxCode(),
                        line.quantity().minus(line.invoicedQuantity()).value(),
                        line.leftAmount(paper)))
            .toList();
    TaxTerms less = TaxTerms.NONE.less(discount(order, left, RoundingUnit.of(rules, paper)));
    PriceLines.Priced priced = pricing(order, rules, day, less).of(left);
    List<Part> parts = new ArrayList<>();
    Money untaxed = priced.nets().stream().reduce(Money.zero(paper), Money::plus);
    for (TaxShare share : priced.shares()) {
      parts.add(new Part(Optional.of(share.code()), share.base().plus(share.amount()).amount()));
      untaxed = untaxed.minus(share.base());
    }
    if (!untaxed.isZero()) {
      parts.add(new Part(Optional.empty(), untaxed.amount()));
    }
    return parts;
  }

  /** What the discount of the order comes to in what is left of it. */
  private static BigDecimal discount(
      SalesOrder order, List<PriceLines.Line> left, RoundingUnit unit) {
    Currency paper = order.money().paper();
    BigDecimal before =
        order.lines().stream()
            .map(line -> line.invoicedAmount(paper).amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal amount =
        left.stream()
            .map(line -> unit.round(line.amount().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return order
        .documentDiscount()
        .map(off -> LessDiscount.next(unit, off.percent(), before, amount))
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal sum(List<Part> parts) {
    return parts.stream().map(Part::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal amount(Versioned<SalesOrder> of, Asked asked, BigDecimal whole) {
    SalesOrder order = of.document();
    Currency paper = order.money().paper();
    RoundingUnit unit = RoundingUnit.of(paper);
    Problems problems = new Problems();
    problems.require(
        asked.amount().isPresent() != asked.percent().isPresent(),
        "amount",
        asked.amount().map(BigDecimal::toPlainString).orElse(""),
        "either an amount or a percentage");
    asked
        .percent()
        .ifPresent(
            percent ->
                problems.require(
                    percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0,
                    "percent",
                    percent,
                    "more than 0 and at most 100"));
    problems.refuse("The prepayment invoice is refused");
    BigDecimal left = whole;
    for (InvoiceNumber number : prepayments.of(of.company(), order.number())) {
      Invoice before = invoices.named(of.company(), number).document();
      DeductPrepayments.requireOneCurrency(order, before);
      BigDecimal taken = prepayments.deducted(of.company(), number);
      left = left.subtract(before.documentGross().amount()).add(taken);
    }
    BigDecimal amount =
        asked
            .amount()
            .orElseGet(() -> unit.round(whole.multiply(asked.percent().orElseThrow()), HUNDRED));
    problems
        .require(
            amount.signum() > 0
                && amount.compareTo(left) <= 0
                && unit.round(amount).compareTo(amount) == 0,
            "amount",
            amount,
            "more than 0 and at most the %s of order %s that are neither invoiced nor prepaid"
                .formatted(Money.of(left, paper), order.number()))
        .refuse("The prepayment invoice is refused");
    return amount;
  }

  private static List<PriceLines.Line> lines(
      SalesOrder order, Asked asked, List<Part> parts, BigDecimal amount) {
    Currency paper = order.money().paper();
    if (asked.taxCode().isPresent()) {
      return List.of(line(asked.taxCode(), Money.of(amount, paper)));
    }
    List<BigDecimal> shares =
        RoundingUnit.of(paper).shares(amount, parts.stream().map(Part::gross).toList());
    List<PriceLines.Line> lines = new ArrayList<>();
    for (Part part : parts) {
      lines.add(line(part.code(), Money.of(shares.get(lines.size()), paper)));
    }
    return lines;
  }

  /** An amount of no units: taxes by the unit are due with the goods. */
  private static PriceLines.Line line(Optional<TaxCodeName> code, Money amount) {
    return new PriceLines.Line(code, BigDecimal.ZERO, amount);
  }

  /** A tax that the buyer owes is told with the invoice: no money of it comes. */
  private static TaxPoint point(TaxShare share, TaxPoint asked) {
    return share.category().isOwedByBuyer() ? TaxPoint.INVOICE : asked;
  }

  private static Invoice invoice(
      SalesOrder order,
      InvoiceNumber number,
      LocalDate day,
      LocalDate dueDate,
      PriceLines.Priced priced) {
    Money zero = Money.zero(order.currency());
    Money net = priced.nets().stream().reduce(zero, Money::plus);
    return new Invoice(
        number,
        Invoice.Kind.INVOICE,
        number.value(),
        Optional.of(order.number()),
        Optional.empty(),
        order.customer(),
        day,
        dueDate,
        order.currency(),
        List.of(),
        net,
        zero,
        zero,
        priced.tax().map(DocumentTax::gross).orElse(net),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.of(Invoice.Purpose.PREPAYMENT),
        List.of());
  }
}
