package org.millrace.sales.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.together.RecordsMany;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.Invoicing;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.master.AgreedTerms;
import org.millrace.sales.master.AskedLine;
import org.millrace.sales.master.FillLines;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;
import org.millrace.shared.Version;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.LotShares;
import org.millrace.tax.Deductions;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxTerms;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("salesInvoicesHttp")
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/invoices")
class InvoicesHttp extends DocumentEndpoints<Invoice, InvoiceNumber>
    implements RecordsMany<InvoicesHttp.DirectSale, NewInvoice> {
  private final Acts acts;
  private final BusinessTime time;

  /** What is done at the address of invoices. */
  record Acts(
      Invoicing invoicing,
      TakePayments takePayments,
      CreditInvoice creditInvoice,
      FillLines fill,
      AgreedTerms terms) {}

  InvoicesHttp(Documents<Invoice> invoices, DocumentHistory history, Acts acts, BusinessTime time) {
    super(invoices, history);
    this.acts = acts;
    this.time = time;
  }

  /**
   * A direct sale: what is billed leaves the stock at once. Prices are net unless they include the
   * tax; a discount of the whole document is in its currency, as its prices are: the company's when
   * none is named. A foreign one is converted at the rate, else at that of the day.
   */
  record DirectSale(
      PartyCode customer,
      Optional<Instant> occurredAt,
      Optional<Integer> daysToPay,
      List<SoldLine> lines,
      Optional<LocationCode> location,
      Optional<Boolean> pricesInclude,
      @Amount(in = "currency") Optional<BigDecimal> documentDiscount,
      Optional<TaxTerms.Early> earlyPayment,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate) {
    Optional<AskedCurrency> money() {
      return currency.map(asked -> new AskedCurrency(asked, rate));
    }
  }

  /** What is sold, and of which lot it is where lots are kept. */
  record SoldLine(
      ItemCode item,
      Quantity quantity,
      Optional<Unit> unit,
      @Amount(in = "currency") Optional<BigDecimal> unitPrice,
      Optional<TaxCodeName> taxCode,
      Optional<BigDecimal> discountPercent,
      Optional<LotCode> lot,
      Optional<DimensionValues> dimensions) {
    SoldLine {
      new AskedLine(item, quantity, unit, unitPrice, taxCode, discountPercent, dimensions);
    }

    AskedLine asked() {
      return new AskedLine(item, quantity, unit, unitPrice, taxCode, discountPercent, dimensions);
    }
  }

  /**
   * Money received; a refund of a credit note is negative. A discount, what is written off and a
   * fee that the bank kept settle the invoice as well. All are in the currency of the invoice; a
   * foreign one is paid at the rate, else at that of the day.
   */
  record PaymentAsked(
      @Amount(in = "foreign.currency") BigDecimal amount,
      @Amount(in = "foreign.currency") Optional<BigDecimal> discount,
      @Amount(in = "foreign.currency") Optional<BigDecimal> writeOff,
      @Amount(in = "foreign.currency") Optional<BigDecimal> bankFee,
      Optional<ExchangeRate> rate,
      Optional<LocalDate> date,
      Optional<Instant> occurredAt) {}

  /**
   * What comes back and to where, by line of the invoice; all that is left when no line is named. A
   * replacement that is due is delivered by the order again; without the word there is none.
   */
  record CreditAsked(
      Optional<List<CreditLine>> lines,
      Optional<CreditInvoice.Replacement> replacement,
      Optional<LocationCode> location,
      Optional<Instant> occurredAt) {}

  /** How much of a line of the invoice comes back, and of which lot where lots are kept. */
  record CreditLine(int line, Quantity quantity, Optional<LotCode> lot) {}

  @PostMapping
  @RequiresPermission("sales.invoice")
  ResponseEntity<Invoice> sell(@PathVariable CompanyCode company, @RequestBody DirectSale sale) {
    return posted(company, Invoice.Kind.INVOICE, sale, filled(company, sale));
  }

  /**
   * Credits what is told, of no invoice that is known here: quantities as they come back, above 0.
   */
  @PostMapping("/credit-notes")
  @RequiresPermission("sales.credit")
  ResponseEntity<Invoice> creditDirectly(
      @PathVariable CompanyCode company, @RequestBody DirectSale sale) {
    List<NewInvoice.Line> back =
        filled(company, sale).stream()
            .map(
                line ->
                    new NewInvoice.Line(
                        line.item(),
                        line.quantity().negated(),
                        line.unitPrice(),
                        line.taxCode(),
                        line.discountPercent(),
                        line.origin(),
                        line.lot(),
                        line.dimensions()))
            .toList();
    return posted(company, Invoice.Kind.CREDIT_NOTE, sale, back);
  }

  private static NewInvoice.Line sold(NewInvoice.Line filled, SoldLine asked) {
    return filled.of(asked.lot());
  }

  private List<NewInvoice.Line> filled(CompanyCode company, DirectSale sale) {
    FillLines.By by =
        new FillLines.By(
            company,
            sale.customer(),
            time.occurredAt(sale.occurredAt()),
            sale.money().map(AskedCurrency::currency));
    List<AskedLine> asked = sale.lines().stream().map(SoldLine::asked).toList();
    List<NewInvoice.Line> lines = acts.fill().filled(by, asked, "The invoice cannot be posted");
    return IntStream.range(0, lines.size())
        .mapToObj(i -> sold(lines.get(i), sale.lines().get(i)))
        .toList();
  }

  @Override
  public NewInvoice prepared(CompanyCode company, DirectSale sale) {
    return asked(company, Invoice.Kind.INVOICE, sale, filled(company, sale));
  }

  @Override
  public List<String> carryOut(CompanyCode company, List<NewInvoice> prepared) {
    return acts.invoicing().post(company, prepared).stream()
        .map(invoice -> invoice.number().value())
        .toList();
  }

  private ResponseEntity<Invoice> posted(
      CompanyCode company, Invoice.Kind kind, DirectSale sale, List<NewInvoice.Line> lines) {
    NewInvoice asked = asked(company, kind, sale, lines);
    return Replies.created(acts.invoicing().post(company, List.of(asked)).get(0), new Version(1));
  }

  private NewInvoice asked(
      CompanyCode company, Invoice.Kind kind, DirectSale sale, List<NewInvoice.Line> lines) {
    Instant moment = time.occurredAt(sale.occurredAt());
    AgreedTerms.Agreed agreed =
        acts.terms()
            .of(
                company,
                sale.customer(),
                moment,
                sale.daysToPay(),
                TaxTerms.of(sale.pricesInclude(), sale.documentDiscount(), sale.earlyPayment()));
    return new NewInvoice(
        kind,
        Optional.empty(),
        Optional.empty(),
        sale.customer(),
        Optional.empty(),
        moment,
        agreed.daysToPay(),
        Optional.empty(),
        lines,
        agreed.terms(),
        sale.location().orElse(LocationCode.MAIN),
        sale.money(),
        Optional.empty());
  }

  @PostMapping("/{number}/payments")
  @RequiresPermission("sales.pay")
  ResponseEntity<PaymentReceived> pay(Versioned<Invoice> before, @RequestBody PaymentAsked asked) {
    PaymentReceived received =
        acts.takePayments()
            .take(
                before,
                asked.amount(),
                Deductions.of(
                    asked.discount(),
                    asked.writeOff(),
                    asked.bankFee(),
                    before.document().documentOpen().currency()),
                asked.rate(),
                new TakePayments.Happened(
                    asked.date(), time.occurredAt(asked.date(), asked.occurredAt())));
    return Replies.created(received, new Version(received.head().aggregateVersion()));
  }

  @PostMapping("/{number}/credit-notes")
  @RequiresPermission("sales.credit")
  ResponseEntity<Invoice> credit(Versioned<Invoice> before, @RequestBody CreditAsked asked) {
    Map<Integer, Quantity> quantities =
        asked.lines().orElse(List.of()).stream()
            .collect(Collectors.toMap(CreditLine::line, CreditLine::quantity, Quantity::plus));
    CreditInvoice.Wanted wanted =
        new CreditInvoice.Wanted(
            quantities,
            lots(asked),
            asked.replacement().orElse(CreditInvoice.Replacement.NONE),
            asked.location().orElse(LocationCode.MAIN));
    Versioned<Invoice> note =
        acts.creditInvoice().credit(before, wanted, time.occurredAt(asked.occurredAt()));
    return Replies.created(note.document(), note.version());
  }

  private static Map<Integer, LotCode> lots(CreditAsked asked) {
    return LotShares.of(
            asked.lines().orElse(List.of()),
            CreditLine::line,
            line -> new LotShares.Share(line.quantity(), line.lot()))
        .single();
  }
}
