package org.millrace.purchasing.blocked;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignOrder;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.invoice.Bill;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.tax.TaxTerms;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("purchasing.read")
@RequestMapping("/api/companies/{company}/purchasing/blocked-bills")
class BlockedBillsHttp extends DocumentEndpoints<BlockedBill, DocumentNumber> {
  private static final int LONGEST_REASON = 200;

  private final DecideBill decide;
  private final Documents<PurchaseOrder> orders;
  private final BusinessTime time;

  BlockedBillsHttp(
      Documents<BlockedBill> blocked,
      DocumentHistory history,
      DecideBill decide,
      Documents<PurchaseOrder> orders,
      BusinessTime time) {
    super(blocked, history);
    this.decide = decide;
    this.orders = orders;
    this.time = time;
  }

  /** A bill as it is entered for its order, which it does not fit. */
  record Holding(
      PurchaseOrderNumber order,
      Optional<String> supplierReference,
      Optional<LocalDate> invoiceDate,
      Optional<LocalDate> dueDate,
      List<Bill.Line> lines,
      Optional<List<Bill.Charge>> charges,
      Optional<Boolean> pricesInclude,
      @Amount(in = "currency") Optional<BigDecimal> documentDiscount,
      Optional<TaxTerms.Early> earlyPayment,
      @Amount(in = "currency") Optional<BigDecimal> printedTax,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      Optional<Instant> occurredAt) {
    private Bill bill() {
      return new Bill(
          supplierReference,
          invoiceDate,
          dueDate,
          lines,
          charges.orElse(List.of()),
          TaxTerms.of(pricesInclude, documentDiscount, earlyPayment),
          printedTax,
          Optional.empty());
    }

    private Optional<AskedCurrency> money(PurchaseOrder ordered) {
      return currency
          .or(() -> ordered.foreign().map(ForeignOrder::currency))
          .map(asked -> new AskedCurrency(asked, rate));
    }
  }

  record Accepting(String reason, Optional<Instant> occurredAt, Optional<LocalDate> postingDate) {}

  record Deciding(String reason) {}

  @PostMapping
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<BlockedBill>> hold(
      @PathVariable CompanyCode company, @RequestBody Holding holding) {
    Versioned<PurchaseOrder> order = orders.named(company, holding.order());
    Happened happened = time.happened(holding.occurredAt(), Optional.empty());
    return created(
        decide.hold(company, order, holding.bill(), holding.money(order.document()), happened));
  }

  /** Posts it all the same. */
  @PostMapping("/{number}/accept")
  @RequiresPermission("purchasing.accept")
  ResponseEntity<DocumentAnswer<BlockedBill>> accept(
      Versioned<BlockedBill> bill, @RequestBody Accepting accepting) {
    Happened happened = time.happened(accepting.occurredAt(), accepting.postingDate());
    return ok(decide.accept(bill, reason(accepting.reason()), happened));
  }

  /** The supplier is asked for a credit note; the bill waits. */
  @PostMapping("/{number}/ask-credit-note")
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<BlockedBill>> askCreditNote(
      Versioned<BlockedBill> bill, @RequestBody Deciding deciding) {
    return ok(decide.askCreditNote(bill, reason(deciding.reason()), now()));
  }

  /** Nobody will pay it. */
  @PostMapping("/{number}/refuse")
  @RequiresPermission("purchasing.invoice")
  ResponseEntity<DocumentAnswer<BlockedBill>> refuse(
      Versioned<BlockedBill> bill, @RequestBody Deciding deciding) {
    return ok(decide.refuse(bill, reason(deciding.reason()), now()));
  }

  private Instant now() {
    return time.occurredAt(Optional.empty());
  }

  private static String reason(String text) {
    return Code.checked("reason", text, LONGEST_REASON);
  }
}
