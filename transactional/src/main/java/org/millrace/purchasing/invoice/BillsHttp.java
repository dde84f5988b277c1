package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentVerb;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.PaymentTerms;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Version;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.determination.TaxDetermination;
import org.millrace.web.BusinessTime;
import org.millrace.web.Confirmation;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what a supplier bills for an order. */
@RestController
class BillsHttp {
  private final Documents<PurchaseOrder> orders;
  private final InvoicesHttp invoices;
  private final Acts acts;
  private final Companies companies;
  private final BusinessTime time;

  /** What bills of an order are posted by. */
  record Acts(
      PostSupplierInvoice post,
      PostDirectBill direct,
      CreditGoods credit,
      ForeignBill foreign,
      Documents<SupplierInvoice> invoices,
      Agreed agreed) {
    /** A bill in another currency, at the rate that was asked for or that of the day. */
    Bill inHome(
        CompanyCode company,
        Currency home,
        Bill paper,
        Optional<AskedCurrency> money,
        LocalDate today) {
      return money.map(asked -> foreign.in(company, home, paper, asked, today)).orElse(paper);
    }
  }

  /** Takes in bills, or credit notes, that are of no order. */
  record WithoutOrder(Acts acts, Companies companies, BusinessTime time) {
    Versioned<SupplierInvoice> post(CompanyCode company, DirectPosting direct) {
      Posting posting = direct.posting();
      Party supplier = acts.agreed().parties().named(company, direct.supplier());
      Happened happened = time.happened(posting.occurredAt(), posting.postingDate());
      LocalDate today = companies.dayOf(company, happened.occurredAt());
      Currency home = companies.named(company).currency();
      Bill paper = posting.bill(posting.invoiceDate().orElse(today), supplier.terms());
      Bill bill = acts.inHome(company, home, paper, posting.money(), today);
      return acts.direct().post(company, supplier, home, bill, happened);
    }
  }

  /** What holds with a supplier where a bill says nothing. */
  record Agreed(Parties parties, TaxDetermination taxes) {}

  BillsHttp(
      Documents<PurchaseOrder> orders,
      InvoicesHttp invoices,
      Acts acts,
      Companies companies,
      BusinessTime time) {
    this.orders = orders;
    this.invoices = invoices;
    this.acts = acts;
    this.companies = companies;
    this.time = time;
  }

  /**
   * The same without an order. Charges alone are billed; below 0 in all they are a credit note.
   * Amounts are in the currency of the company unless another one is named.
   */
  record DirectPosting(
      PartyCode supplier,
      Optional<String> supplierReference,
      Optional<LocalDate> invoiceDate,
      Optional<LocalDate> dueDate,
      List<Bill.Charge> charges,
      Optional<Boolean> pricesInclude,
      @Amount(in = "currency") Optional<BigDecimal> documentDiscount,
      Optional<TaxTerms.Early> earlyPayment,
      @Amount(in = "currency") Optional<BigDecimal> printedTax,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      Optional<Instant> occurredAt,
      Optional<LocalDate> postingDate) {
    Posting posting() {
      return new Posting(
          supplierReference,
          invoiceDate,
          dueDate,
          Optional.empty(),
          Optional.of(charges),
          pricesInclude,
          documentDiscount,
          earlyPayment,
          printedTax,
          currency,
          rate,
          Optional.empty(),
          occurredAt,
          postingDate);
    }
  }

  /**
   * What the supplier credits of a bill: goods that went back, reductions of the price, charges.
   * Amounts are above 0, without tax.
   */
  record Crediting(
      Optional<String> supplierReference,
      Optional<LocalDate> invoiceDate,
      Optional<List<CreditGoods.Line>> lines,
      Optional<List<Bill.Charge>> charges,
      @Amount(in = "foreign.currency") Optional<BigDecimal> printedTax,
      Optional<Instant> occurredAt,
      Optional<LocalDate> postingDate) {
    CreditGoods.Note note() {
      return new CreditGoods.Note(
          supplierReference,
          invoiceDate,
          lines.orElse(List.of()),
          charges.orElse(List.of()),
          printedTax);
    }
  }

  /**
   * Prices are net unless they include the tax. The tax that the supplier printed is kept, and its
   * difference to the computed one is shown. A bill in another currency than the order names it; it
   * is converted at the rate, else at that of its day. One that names neither a due date nor a
   * discount for early payment is on the terms agreed with the supplier.
   */
  record Posting(
      Optional<String> supplierReference,
      Optional<LocalDate> invoiceDate,
      Optional<LocalDate> dueDate,
      Optional<List<Bill.Line>> lines,
      Optional<List<Bill.Charge>> charges,
      Optional<Boolean> pricesInclude,
      @Amount(in = "currency") Optional<BigDecimal> documentDiscount,
      Optional<TaxTerms.Early> earlyPayment,
      @Amount(in = "currency") Optional<BigDecimal> printedTax,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      Optional<Boolean> confirmed,
      Optional<Instant> occurredAt,
      Optional<LocalDate> postingDate) {
    Optional<AskedCurrency> money() {
      return currency.map(asked -> new AskedCurrency(asked, rate));
    }

    Bill bill(LocalDate day, Optional<PaymentTerms> agreed) {
      boolean isNamed = dueDate.isPresent() || earlyPayment.isPresent();
      Optional<PaymentTerms> terms = isNamed ? Optional.empty() : agreed;
      return new Bill(
          supplierReference,
          invoiceDate,
          dueDate.or(() -> terms.map(each -> each.due(day))),
          lines.orElse(List.of()),
          charges.orElse(List.of()),
          TaxTerms.of(
              pricesInclude,
              documentDiscount,
              earlyPayment.or(() -> terms.flatMap(TaxTerms.Early::agreed))),
          printedTax,
          Optional.empty());
    }
  }

  /** Takes in what the supplier credits of a bill. */
  @PostMapping("/api/companies/{company}/purchasing/invoices/{number}/credit-notes")
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<SupplierInvoice>> credit(
      @PathVariable CompanyCode company,
      @PathVariable SupplierInvoiceNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Crediting crediting) {
    Versioned<SupplierInvoice> bill = acts.invoices().locked(company, number, expected);
    Happened happened = time.happened(crediting.occurredAt(), crediting.postingDate());
    return invoices.posted(acts.credit().post(bill, crediting.note(), happened));
  }

  @PostMapping("/api/companies/{company}/purchasing/orders/{number}/invoices")
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<SupplierInvoice>> post(
      @PathVariable CompanyCode company,
      @PathVariable PurchaseOrderNumber number,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Posting posting) {
    return invoices.posted(
        Confirmation.by(
            posting.confirmed(), () -> posted(orders.locked(company, number, expected), posting)));
  }

  /** What files bring in of an order as it is now. */
  DocumentVerb<Posting> verb() {
    return new DocumentVerb<>(
        PurchaseOrder.KIND,
        "invoices",
        "purchasing.invoice",
        Posting.class,
        asked ->
            posted(
                locked(asked.company(), new PurchaseOrderNumber(asked.number())),
                (Posting) asked.request()));
  }

  private Versioned<PurchaseOrder> locked(CompanyCode company, PurchaseOrderNumber number) {
    return orders.locked(company, number, orders.named(company, number).version());
  }

  private Versioned<SupplierInvoice> posted(Versioned<PurchaseOrder> order, Posting posting) {
    CompanyCode company = order.company();
    Happened happened = time.happened(posting.occurredAt(), posting.postingDate());
    LocalDate today = companies.dayOf(company, happened.occurredAt());
    Currency home = order.document().currency();
    LocalDate day = posting.invoiceDate().orElse(today);
    Bill paper = taxed(order, posting.bill(day, agreed(company, order)), day);
    Optional<AskedCurrency> placed =
        order.document().foreign().map(of -> new AskedCurrency(of.currency(), posting.rate()));
    Bill bill = acts.inHome(company, home, paper, posting.money().or(() -> placed), today);
    acts.direct().requireAccounts(company, bill);
    return acts.post().post(order, bill, happened);
  }

  /** With the tax codes of the rules on lines that name none. */
  private Bill taxed(Versioned<PurchaseOrder> order, Bill bill, LocalDate day) {
    Map<Integer, ItemCode> items =
        order.document().lines().stream()
            .collect(Collectors.toMap(PurchaseOrder.Line::line, PurchaseOrder.Line::item));
    List<Integer> untaxed =
        bill.lines().stream()
            .filter(line -> line.taxCode().isEmpty() && items.containsKey(line.line()))
            .map(Bill.Line::line)
            .toList();
    TaxDetermination.Deal deal =
        new TaxDetermination.Deal(TaxEntry.Side.INPUT, order.document().supplier().code(), day);
    List<Optional<TaxDetermination.Determined>> found =
        acts.agreed()
            .taxes()
            .of(
                order.company(),
                deal,
                untaxed.stream().map(line -> Objects.requireNonNull(items.get(line))).toList());
    Map<Integer, TaxCodeName> codes = new HashMap<>();
    for (int i = 0; i < untaxed.size(); i++) {
      int line = untaxed.get(i);
      found.get(i).ifPresent(rule -> codes.put(line, rule.taxCode()));
    }
    return bill.taxed(codes);
  }

  private Optional<PaymentTerms> agreed(CompanyCode company, Versioned<PurchaseOrder> order) {
    return acts
        .agreed()
        .parties()
        .named(company, List.of(order.document().supplier().code()))
        .values()
        .stream()
        .findFirst()
        .flatMap(Party::terms);
  }
}
