package org.millrace.sales.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignAmounts;
import org.millrace.currency.ForeignLine;
import org.millrace.currency.Rates;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.party.Company;
import org.millrace.sales.Customer;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.Invoicing;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.NewPayment;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.invoice.PutOnRecord.PostedInvoice;
import org.millrace.sales.master.SalesMasters;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxRules;
import org.millrace.tax.Taxes;
import org.millrace.tax.calculation.InHome;
import org.millrace.tax.calculation.PriceLines;

/**
 * Direct sales and credit notes: the goods move at moving average, the document is put on record.
 * Every step takes all documents at once, so a file of thousands costs as few statements as one
 * document.
 */
final class DirectInvoicing implements Invoicing {
  private static final int PRICE_DECIMALS = 6;

  private final SalesMasters masters;
  private final InvoiceStores stores;
  private final MoveGoods moveGoods;
  private final PutOnRecord record;
  private final TakePayments takePayments;
  private final Taxes taxes;
  private final Rates rates;

  DirectInvoicing(
      SalesMasters masters,
      InvoiceStores stores,
      MoveGoods moveGoods,
      PutOnRecord record,
      TakePayments takePayments,
      Sources sources) {
    this.masters = masters;
    this.stores = stores;
    this.moveGoods = moveGoods;
    this.record = record;
    this.takePayments = takePayments;
    this.taxes = sources.taxes();
    this.rates = sources.rates();
  }

  /** Where rates of taxes and of exchange come from. */
  record Sources(Taxes taxes, Rates rates) {}

  @Override
  public List<Invoice> post(CompanyCode company, List<NewInvoice> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Set<TaxCodeName> named =
        asked.stream()
            .flatMap(invoice -> invoice.lines().stream())
            .flatMap(line -> line.taxCode().stream())
            .collect(Collectors.toSet());
    TaxRules rules = taxes.rules(company, named);
    return post(
            company,
            asked,
            (invoice, day, home) -> amounts(company, rules, new Dated(invoice, day, home)))
        .stream()
        .map(Versioned::document)
        .toList();
  }

  /** What the lines of one document come to on its day, in the currency of the company. */
  private interface Pricing {
    Amounts of(NewInvoice invoice, LocalDate day, Currency home);
  }

  /** A document, its day and the currency of the company. */
  private record Dated(NewInvoice invoice, LocalDate day, Currency home) {}

  /**
   * What the lines come to.
   *
   * @param foreign what stands on the document, where it is in another currency
   * @param lines the same of each line
   */
  record Amounts(
      PriceLines.Priced priced,
      Optional<ForeignAmounts> foreign,
      List<Optional<ForeignLine>> lines) {
    /** In the currency of the company. */
    static Amounts of(PriceLines.Priced priced) {
      return new Amounts(
          priced,
          Optional.empty(),
          priced.nets().stream().map(net -> Optional.<ForeignLine>empty()).toList());
    }
  }

  private Amounts amounts(CompanyCode company, TaxRules rules, Dated of) {
    Currency currency = of.invoice().money().map(AskedCurrency::currency).orElse(of.home());
    PriceLines.Priced paper = priced(rules, of.invoice(), of.day(), currency);
    if (currency.equals(of.home())) {
      return Amounts.of(paper);
    }
    ExchangeRate rate =
        rates.rate(
            company,
            of.invoice().money().flatMap(AskedCurrency::rate),
            new Rates.Wanted(currency, of.home(), of.day()));
    InHome into = new InHome(rate, of.home());
    List<Optional<ForeignLine>> lines = new ArrayList<>();
    for (NewInvoice.Line line : of.invoice().lines()) {
      lines.add(
          Optional.of(
              new ForeignLine(
                  line.unitPrice(),
                  paper.nets().get(lines.size()).amount(),
                  paper.taxes().get(lines.size()).map(Money::amount))));
    }
    List<Optional<TaxCodeName>> codes =
        of.invoice().lines().stream().map(NewInvoice.Line::taxCode).toList();
    return new Amounts(into.of(paper, codes), Optional.of(into.foreign(paper)), lines);
  }

  private static PriceLines.Priced priced(
      TaxRules rules, NewInvoice invoice, LocalDate day, Currency currency) {
    Problems problems = new Problems();
    List<PriceLines.Line> lines = new ArrayList<>(invoice.lines().size());
    for (NewInvoice.Line line : invoice.lines()) {
      rules.require(line.taxCode(), day, "lines." + (lines.size() + 1) + ".taxCode", problems);
      lines.add(
          new PriceLines.Line(line.taxCode(), line.quantity().value(), line.amount(currency)));
    }
    problems.refuse("The invoice cannot be posted");
    return new PriceLines(rules, day, invoice.terms(), currency, TaxEntry.Side.OUTPUT).of(lines);
  }

  /** Posts a credit note whose lines come to these amounts. */
  Versioned<Invoice> credit(CompanyCode company, NewInvoice note, Amounts amounts) {
    return post(company, List.of(note), (invoice, day, home) -> amounts).get(0);
  }

  private List<Versioned<Invoice>> post(
      CompanyCode company, List<NewInvoice> asked, Pricing pricing) {
    SalesMasters.Found found =
        masters.find(
            company,
            asked.stream().map(NewInvoice::customer).collect(Collectors.toSet()),
            asked.stream().flatMap(invoice -> invoice.lines().stream()).toList());
    Problems problems = new Problems();
    asked.forEach(invoice -> found.require(invoice.customer(), invoice.lines(), problems));
    problems.refuse("The invoice cannot be posted");
    Currency currency = found.company().currency();
    List<Amounts> prices = new ArrayList<>(asked.size());
    for (NewInvoice one : asked) {
      prices.add(pricing.of(one, found.company().dayOf(one.occurredAt()), currency));
    }
    List<InvoiceNumber> numbers = numbers(found.company(), asked);
    List<List<Money>> costs = moveGoods.move(company, asked, numbers, found.items(), currency);
    List<PostedInvoice> posted = new ArrayList<>(asked.size());
    for (NewInvoice one : asked) {
      int index = posted.size();
      Amounts amounts = prices.get(index);
      List<Invoice.Line> lines = lines(one, found.items(), amounts, costs.get(index));
      LocalDate day = found.company().dayOf(one.occurredAt());
      Customer customer = found.customer(one.customer());
      posted.add(
          new PostedInvoice(
              invoice(one, numbers.get(index), customer, day, lines)
                  .taxed(
                      amounts.priced().tax(),
                      amounts.priced().shares(),
                      amounts.priced().components())
                  .abroad(amounts.foreign()),
              one.occurredAt()));
    }
    return record.put(company, posted);
  }

  @Override
  public List<PaymentReceived> pay(CompanyCode company, List<NewPayment> payments) {
    return payments.isEmpty() ? List.of() : takePayments.take(company, payments);
  }

  @Override
  public Set<String> taken(CompanyCode company, List<String> wanted) {
    return stores.invoices().taken(company, wanted);
  }

  /** The number that was asked for, else the next one of the series. */
  private List<InvoiceNumber> numbers(Company books, List<NewInvoice> asked) {
    Map<Invoice.Kind, Iterator<String>> next = new EnumMap<>(Invoice.Kind.class);
    for (Invoice.Kind kind : Invoice.Kind.values()) {
      List<LocalDate> days =
          asked.stream()
              .filter(invoice -> invoice.number().isEmpty() && invoice.kind() == kind)
              .map(invoice -> books.dayOf(invoice.occurredAt()))
              .toList();
      next.put(kind, stores.of(kind).nextNumbers(books.code(), days).iterator());
    }
    return asked.stream()
        .map(
            invoice ->
                invoice
                    .number()
                    .orElseGet(
                        () ->
                            new InvoiceNumber(
                                Objects.requireNonNull(next.get(invoice.kind())).next())))
        .toList();
  }

  private static List<Invoice.Line> lines(
      NewInvoice asked, Map<ItemCode, Item> goods, Amounts amounts, List<Money> costs) {
    PriceLines.Priced priced = amounts.priced();
    List<Invoice.Line> lines = new ArrayList<>(asked.lines().size());
    for (NewInvoice.Line line : asked.lines()) {
      Item item = Objects.requireNonNull(goods.get(line.item()));
      Money net = priced.nets().get(lines.size());
      lines.add(
          new Invoice.Line(
              lines.size() + 1,
              item.code(),
              item.name(),
              item.kind(),
              line.quantity(),
              unitPrice(line, amounts, net.currency()),
              net,
              costs.get(lines.size()),
              line.taxCode(),
              line.discountPercent(),
              priced.taxes().get(lines.size()),
              amounts.lines().get(lines.size()),
              line.dimensions()));
    }
    return lines;
  }

  /** In the currency of the company. */
  private static Money unitPrice(NewInvoice.Line line, Amounts amounts, Currency home) {
    BigDecimal price =
        amounts
            .foreign()
            .map(of -> of.rate().unrounded(line.unitPrice()))
            .map(worth -> worth.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP))
            .orElse(line.unitPrice());
    return Money.of(price, home);
  }

  private static Invoice invoice(
      NewInvoice asked,
      InvoiceNumber number,
      Customer customer,
      LocalDate day,
      List<Invoice.Line> lines) {
    Currency currency = lines.get(0).netAmount().currency();
    Money net = Invoice.sum(lines, Invoice.Line::netAmount, currency);
    if (asked.kind() == Invoice.Kind.CREDIT_NOTE && net.isPositive()) {
      throw Refused.conflict(
          "Credit note %s comes to %s: a credit note must not be above 0. Post an invoice instead."
              .formatted(number, net));
    }
    return new Invoice(
        number,
        asked.kind(),
        asked.sourceNumber().orElse(number.value()),
        Optional.empty(),
        asked.credits(),
        asked.country().map(customer::in).orElse(customer),
        day,
        day.plusDays(asked.daysToPay()),
        currency,
        lines,
        net,
        Invoice.sum(lines, Invoice.Line::costAmount, currency),
        Money.zero(currency),
        net,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        asked.purpose(),
        List.of());
  }
}
