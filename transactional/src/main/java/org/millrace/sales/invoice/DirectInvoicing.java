package org.millrace.sales.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.Invoicing;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.NewPayment;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.number.PaperNumbers;
import org.millrace.sales.number.PaperNumbers.Series;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/**
 * Direct sales and credit notes: the goods move at moving average, the paper is put on record.
 * Every step takes all papers at once, so a file of thousands costs as few statements as one paper.
 */
final class DirectInvoicing implements Invoicing {
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final PaperNumbers numbers;
  private final MoveGoods moveGoods;
  private final Invoices invoices;
  private final PutOnRecord record;
  private final TakePayments takePayments;

  DirectInvoicing(Masters masters, MoveGoods moveGoods, Papers papers) {
    this.companies = masters.companies();
    this.parties = masters.parties();
    this.items = masters.items();
    this.moveGoods = moveGoods;
    this.numbers = papers.numbers();
    this.invoices = papers.invoices();
    this.record = papers.record();
    this.takePayments = papers.takePayments();
  }

  /** The master data that papers name. */
  record Masters(Companies companies, Parties parties, Items items) {}

  /** What keeps papers. */
  record Papers(
      PaperNumbers numbers, Invoices invoices, PutOnRecord record, TakePayments takePayments) {}

  @Override
  public List<Invoice> post(CompanyCode company, List<NewInvoice> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    Company books = companies.named(company);
    Currency currency = books.currency();
    return post(
        books,
        asked,
        paper ->
            paper.lines().stream()
                .map(l -> Money.of(l.unitPrice(), currency).times(l.quantity()).rounded())
                .toList());
  }

  /** Posts a credit note whose lines come to these amounts. */
  Invoice credit(CompanyCode company, NewInvoice note, List<Money> amounts) {
    return post(companies.named(company), List.of(note), paper -> amounts).get(0);
  }

  private List<Invoice> post(
      Company books, List<NewInvoice> asked, Function<NewInvoice, List<Money>> amounts) {
    CompanyCode company = books.code();
    Currency currency = books.currency();
    Map<PartyCode, Party> customers =
        parties.named(
            company, asked.stream().map(NewInvoice::customer).collect(Collectors.toSet()));
    Map<ItemCode, Item> goods =
        items.named(
            company,
            asked.stream()
                .flatMap(paper -> paper.lines().stream().map(NewInvoice.Line::item))
                .collect(Collectors.toSet()));
    refuseUnknown(asked, customers, goods);
    List<InvoiceNumber> named = numbered(company, asked);
    List<List<Money>> costs = moveGoods.move(company, asked, named, goods, currency);
    List<PostedInvoice> papers = new ArrayList<>(asked.size());
    for (NewInvoice paper : asked) {
      int index = papers.size();
      Customer customer = Customer.of(customers.get(paper.customer()));
      List<Invoice.Line> lines = lines(paper, goods, amounts.apply(paper), costs.get(index));
      LocalDate day = books.dayOf(paper.occurredAt());
      Invoice invoice = invoice(paper, named.get(index), customer, day, lines);
      papers.add(new PostedInvoice(invoice, paper.occurredAt()));
    }
    record.put(company, papers);
    return papers.stream().map(PostedInvoice::invoice).toList();
  }

  @Override
  public List<PaymentReceived> pay(CompanyCode company, List<NewPayment> payments) {
    return payments.isEmpty() ? List.of() : takePayments.take(company, payments);
  }

  @Override
  public Set<String> taken(CompanyCode company, List<String> wanted) {
    return invoices.taken(company, wanted);
  }

  private List<InvoiceNumber> numbered(CompanyCode company, List<NewInvoice> asked) {
    Map<Invoice.Kind, Long> unnumbered =
        asked.stream()
            .filter(paper -> paper.number().isEmpty())
            .collect(Collectors.groupingBy(NewInvoice::kind, Collectors.counting()));
    List<String> bills = take(company, Series.INVOICE, unnumbered.get(Invoice.Kind.INVOICE));
    List<String> notes =
        take(company, Series.CREDIT_NOTE, unnumbered.get(Invoice.Kind.CREDIT_NOTE));
    var nextBill = bills.iterator();
    var nextNote = notes.iterator();
    return asked.stream()
        .map(
            paper ->
                paper
                    .number()
                    .orElseGet(
                        () ->
                            new InvoiceNumber(
                                paper.kind() == Invoice.Kind.INVOICE
                                    ? nextBill.next()
                                    : nextNote.next())))
        .toList();
  }

  private List<String> take(CompanyCode company, Series series, Long count) {
    return count == null ? List.of() : numbers.take(company, series, count.intValue());
  }

  private static void refuseUnknown(
      List<NewInvoice> asked, Map<PartyCode, Party> customers, Map<ItemCode, Item> goods) {
    Problems problems = new Problems();
    Set<Object> told = new HashSet<>();
    for (NewInvoice paper : asked) {
      if (!customers.containsKey(paper.customer()) && told.add(paper.customer())) {
        problems.add("customer", paper.customer(), "a registered party");
      }
      for (NewInvoice.Line line : paper.lines()) {
        if (!goods.containsKey(line.item()) && told.add(line.item())) {
          problems.add("lines.item", line.item(), "a registered item");
        }
      }
    }
    problems.refuse("The invoice cannot be posted");
  }

  private static List<Invoice.Line> lines(
      NewInvoice paper, Map<ItemCode, Item> goods, List<Money> amounts, List<Money> costs) {
    List<Invoice.Line> lines = new ArrayList<>(paper.lines().size());
    for (NewInvoice.Line line : paper.lines()) {
      Item item = goods.get(line.item());
      Money net = amounts.get(lines.size());
      lines.add(
          new Invoice.Line(
              lines.size() + 1,
              item.code(),
              item.name(),
              item.kind(),
              line.quantity(),
              Money.of(line.unitPrice(), net.currency()),
              net,
              costs.get(lines.size())));
    }
    return lines;
  }

  private static Invoice invoice(
      NewInvoice paper,
      InvoiceNumber number,
      Customer customer,
      LocalDate day,
      List<Invoice.Line> lines) {
    Currency currency = lines.get(0).netAmount().currency();
    Money net = Invoice.sum(lines, Invoice.Line::netAmount, currency);
    if (paper.kind() == Invoice.Kind.CREDIT_NOTE && net.isPositive()) {
      throw Refused.conflict(
          "Credit note %s comes to %s: a credit note must not be above 0. Post an invoice instead."
              .formatted(number, net));
    }
    return new Invoice(
        number,
        paper.kind(),
        paper.sourceNumber().orElse(number.value()),
        Optional.empty(),
        paper.credits(),
        paper.country().map(customer::in).orElse(customer),
        day,
        day.plusDays(paper.daysToPay()),
        currency,
        lines,
        net,
        Invoice.sum(lines, Invoice.Line::costAmount, currency),
        Money.zero(currency),
        net);
  }
}
