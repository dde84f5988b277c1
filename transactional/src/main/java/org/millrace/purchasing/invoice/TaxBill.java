package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.match.Clearing;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxPoint;
import org.millrace.tax.TaxRegister;
import org.millrace.tax.TaxRules;
import org.millrace.tax.TaxShare;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.Taxes;
import org.millrace.tax.calculation.BillTax;
import org.millrace.tax.calculation.PriceLines;
import org.millrace.tax.calculation.RoundingUnit;

/**
 * Taxes the bills of suppliers: as printed where that is told, owed by us where charge is reversed.
 */
final class TaxBill {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PRICE_DECIMALS = 6;

  private final Taxes taxes;
  private final TaxRegister register;

  TaxBill(Taxes taxes, TaxRegister register) {
    this.taxes = taxes;
    this.register = register;
  }

  /** The tax as it is booked, with what we make of it; absent where a bill has none. */
  record Booked(Optional<DocumentTax> tax, Optional<SupplierInvoice.PurchaseTax> purchaseTax) {}

  /**
   * The lines and charges of a bill of that day priced, in that currency.
   *
   * @throws org.millrace.shared.Refused as invalid when a tax code has no rate on that day
   */
  PriceLines.Priced priced(CompanyCode company, Currency currency, Bill bill, LocalDate day) {
    return priced(company, currency, bill, bill.terms(), day);
  }

  /**
   * The bill at net prices of one unit, to be matched with the ordered ones: 11.90 with 19 % within
   * is 10.00, 20.00 less 10 % is 18.00. What the whole document is discounted stays out.
   */
  Bill net(CompanyCode company, Currency currency, Bill bill, LocalDate day) {
    boolean isNet =
        !bill.terms().pricesInclude()
            && bill.lines().stream().allMatch(line -> line.discountPercent().isEmpty());
    if (isNet) {
      return bill;
    }
    TaxTerms terms = new TaxTerms(bill.terms().pricesInclude(), Optional.empty(), Optional.empty());
    List<Money> nets = priced(company, currency, bill, terms, day).nets();
    List<Bill.Line> lines = new ArrayList<>(nets.size());
    for (Bill.Line line : bill.lines()) {
      BigDecimal price = nets.get(lines.size()).dividedBy(line.quantity(), PRICE_DECIMALS).amount();
      lines.add(new Bill.Line(line.line(), line.quantity(), price));
    }
    return new Bill(bill.supplierReference(), bill.invoiceDate(), bill.dueDate(), lines);
  }

  private PriceLines.Priced priced(
      CompanyCode company, Currency currency, Bill bill, TaxTerms terms, LocalDate day) {
    TaxRules rules =
        taxes.rules(
            company,
            Stream.concat(
                    bill.lines().stream().map(Bill.Line::taxCode),
                    bill.charges().stream().map(Bill.Charge::taxCode))
                .flatMap(Optional::stream)
                .toList());
    Problems problems = new Problems();
    bill.lines()
        .forEach(
            line ->
                rules.require(line.taxCode(), day, "lines." + line.line() + ".taxCode", problems));
    for (int i = 0; i < bill.charges().size(); i++) {
      String field = "charges." + (i + 1) + ".taxCode";
      rules.require(bill.charges().get(i).taxCode(), day, field, problems);
    }
    problems.refuse("The supplier invoice cannot be posted");
    return new PriceLines(rules, day, terms, currency, TaxEntry.Side.INPUT)
        .of(bill.priced(currency));
  }

  /** The lines at the prices of the bill and their net amounts, with their taxes. */
  static List<SupplierInvoice.Line> taxed(
      List<Match.Matched> matched, Clearing clearing, Bill bill, PriceLines.Priced priced) {
    List<SupplierInvoice.Line> lines = new ArrayList<>(matched.size());
    for (Match.Matched line : matched) {
      int place = lines.size();
      PurchaseOrder.Line ordered = line.ordered();
      Bill.Line billed = bill.lines().get(place);
      Money goods = clearing.value(ordered.line(), line.came());
      lines.add(
          new SupplierInvoice.Line(
              ordered.line(),
              ordered.item(),
              ordered.itemName(),
              billed.quantity(),
              Money.of(billed.unitPrice(), ordered.unitPrice().currency()),
              priced.nets().get(place),
              goods.plus(ordered.unitPrice().times(line.ahead()).rounded()),
              billed.taxCode(),
              billed.discountPercent(),
              priced.taxes().get(place),
              billed.dimensions().or(ordered::dimensions)));
    }
    return lines;
  }

  /**
   * The tax that is booked: as printed, else as computed.
   *
   * @throws MatchRefused when the printed tax is further from the computed one than is tolerated
   */
  static Booked booked(Bill bill, PriceLines.Priced priced, Money net, MatchTolerance tolerance) {
    if (priced.tax().isEmpty() || priced.document().isEmpty()) {
      requireNothingPrinted(bill);
      return new Booked(Optional.empty(), Optional.empty());
    }
    Currency currency = net.currency();
    RoundingUnit unit = RoundingUnit.of(currency);
    BigDecimal printed = bill.printedTax().orElse(priced.document().get().tax());
    Money asPrinted = Money.of(printed, currency);
    new Problems()
        .require(
            asPrinted.equals(asPrinted.rounded())
                && (asPrinted.isZero() || asPrinted.isNegative() == net.isNegative()),
            "printedTax",
            printed,
            "of the sign of the net amount, with the decimals of " + currency)
        .refuse("The supplier invoice cannot be posted");
    boolean isApart = tolerance.taxDifference().isPresent();
    BillTax tax =
        isApart
            ? BillTax.apart(priced.document().get(), printed, unit)
            : BillTax.of(priced.document().get(), printed, unit);
    requireTolerated(asPrinted, Money.of(tax.computed(), currency), tolerance);
    DocumentTax computed = priced.tax().get();
    return new Booked(
        Optional.of(
            new DocumentTax(
                asPrinted,
                net.plus(asPrinted),
                computed.pricesInclude(),
                computed.discount(),
                computed.letOff(),
                computed.earlyPayment())),
        Optional.of(
            new SupplierInvoice.PurchaseTax(
                Money.of(tax.computed(), currency),
                Money.of(tax.difference(), currency),
                Money.of(tax.input(), currency),
                Money.of(tax.cost(), currency),
                Money.of(tax.selfAssessed(), currency))));
  }

  /**
   * The tax of each line that is not got back and so is cost, by line, that of charges below 0:
   * charge 1 is -1. They add up to all of it.
   */
  static Map<Integer, Money> costs(
      Money cost,
      List<SupplierInvoice.Line> lines,
      List<SupplierInvoice.Charge> charges,
      List<TaxShare> taxes) {
    Map<Integer, Money> costs = new TreeMap<>();
    if (cost.isZero()) {
      return costs;
    }
    Map<Integer, Money> weights = new TreeMap<>();
    lines.forEach(
        line ->
            weights.put(
                line.line(), kept(taxes, line.taxCode(), line.taxAmount(), line.netAmount())));
    charges.forEach(
        charge ->
            weights.put(
                -charge.line(),
                kept(taxes, charge.taxCode(), charge.taxAmount(), charge.netAmount())));
    BigDecimal whole =
        weights.values().stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (whole.signum() == 0) {
      costs.put(weights.keySet().iterator().next(), cost);
      return costs;
    }
    RoundingUnit unit = RoundingUnit.of(cost.currency());
    BigDecimal before = BigDecimal.ZERO;
    for (Map.Entry<Integer, Money> weight : weights.entrySet()) {
      BigDecimal part = weight.getValue().amount();
      BigDecimal share = unit.share(cost.amount(), whole, before, part);
      costs.put(weight.getKey(), Money.of(share, cost.currency()));
      before = before.add(part);
    }
    return costs;
  }

  /** The charges that goods bear, shared over the lines by their net amounts. */
  static List<Money> borne(SupplierInvoice invoice) {
    Money none = Money.zero(invoice.currency());
    Money cost =
        invoice.charges().stream()
            .filter(charge -> charge.account().isEmpty())
            .map(SupplierInvoice.Charge::costAmount)
            .reduce(none, Money::plus);
    BigDecimal whole =
        invoice.lines().stream()
            .map(line -> line.netAmount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    RoundingUnit unit = RoundingUnit.of(invoice.currency());
    List<Money> borne = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (SupplierInvoice.Line line : invoice.lines()) {
      BigDecimal part = line.netAmount().amount();
      boolean isFree = whole.signum() == 0;
      BigDecimal first = borne.isEmpty() ? cost.amount() : BigDecimal.ZERO;
      BigDecimal share = isFree ? first : unit.share(cost.amount(), whole, before, part);
      borne.add(Money.of(share, invoice.currency()));
      before = before.add(part);
    }
    return borne;
  }

  /** That of the lines of an invoice. */
  static Map<Integer, Money> costs(SupplierInvoice invoice) {
    Money cost =
        invoice
            .purchaseTax()
            .map(SupplierInvoice.PurchaseTax::cost)
            .orElse(Money.zero(invoice.currency()));
    return costs(cost, invoice.lines(), invoice.charges(), invoice.taxes());
  }

  /** How much of the tax of a line, or of its base where we owe the tax, is not deductible. */
  private static Money kept(
      List<TaxShare> taxes, Optional<TaxCodeName> code, Optional<Money> tax, Money net) {
    Money taxed = tax.filter(some -> !some.isZero()).orElse(net);
    BigDecimal deductible =
        taxes.stream()
            .filter(share -> code.filter(share.code()::equals).isPresent())
            .map(TaxShare::deductiblePercent)
            .findFirst()
            .orElse(HUNDRED);
    return taxed.times(HUNDRED.subtract(deductible));
  }

  private static void requireTolerated(Money printed, Money computed, MatchTolerance tolerance) {
    Money difference = printed.minus(computed);
    if (!tolerance.allowsTax(difference)) {
      throw MatchRefused.ofTax(
          new Problem(
              "printedTax",
              printed.amount().toPlainString(),
              "%s as computed, within %s (difference %s)"
                  .formatted(
                      computed.amount().toPlainString(),
                      tolerance.taxDifference().map(BigDecimal::toPlainString).orElse(""),
                      difference.amount().toPlainString())));
    }
  }

  private static void requireNothingPrinted(Bill bill) {
    new Problems()
        .require(
            bill.printedTax().filter(tax -> tax.signum() != 0).isEmpty(),
            "printedTax",
            bill.printedTax().map(BigDecimal::toPlainString).orElse(""),
            "a tax code on a line that bears it")
        .refuse("The supplier invoice cannot be posted");
  }

  /** Notes what the bill makes due at once: what is got back, and what we owe in his place. */
  void register(CompanyCode company, SupplierInvoice invoice) {
    List<TaxEntry> entries = new ArrayList<>();
    Optional<Money> difference =
        invoice.purchaseTax().map(tax -> tax.difference().minus(invoice.taxDifference()));
    for (TaxShare share : invoice.taxes()) {
      Money printed = share.amount();
      if (entries.isEmpty() && difference.isPresent()) {
        printed = printed.plus(difference.get());
      }
      if (share.category().isOwedByBuyer()) {
        entries.add(entry(invoice, TaxEntry.Side.OUTPUT, share, share.selfAssessed()));
        entries.add(
            entry(invoice, TaxEntry.Side.INPUT, share, deductible(share, share.selfAssessed())));
      } else if (share.taxPoint() == TaxPoint.INVOICE) {
        entries.add(entry(invoice, TaxEntry.Side.INPUT, share, deductible(share, printed)));
      }
    }
    register.add(company, entries);
  }

  private static Money deductible(TaxShare share, Money tax) {
    return tax.times(share.deductiblePercent().divide(HUNDRED)).rounded();
  }

  private static TaxEntry entry(
      SupplierInvoice invoice, TaxEntry.Side side, TaxShare share, Money tax) {
    return new TaxEntry(
        SupplierInvoice.KIND.ref(invoice.number()),
        invoice.invoiceDate(),
        side,
        share.code(),
        share.category(),
        share.base(),
        tax);
  }
}
