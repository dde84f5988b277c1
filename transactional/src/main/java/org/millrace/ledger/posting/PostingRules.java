package org.millrace.ledger.posting;

import static org.millrace.ledger.StandardAccounts.ADJUSTMENTS;
import static org.millrace.ledger.StandardAccounts.BILLED_NOT_RECEIVED;
import static org.millrace.ledger.StandardAccounts.GOODS_SOLD;
import static org.millrace.ledger.StandardAccounts.INVENTORY;
import static org.millrace.ledger.StandardAccounts.OPENING_BALANCES;
import static org.millrace.ledger.StandardAccounts.OPERATING_EXPENSES;
import static org.millrace.ledger.StandardAccounts.OUTPUT_TAX;
import static org.millrace.ledger.StandardAccounts.OUTPUT_TAX_PENDING;
import static org.millrace.ledger.StandardAccounts.PAYABLE;
import static org.millrace.ledger.StandardAccounts.PREPAYMENTS;
import static org.millrace.ledger.StandardAccounts.PRICE_VARIANCE;
import static org.millrace.ledger.StandardAccounts.PRODUCTION_LOSSES;
import static org.millrace.ledger.StandardAccounts.REBATES_OWED;
import static org.millrace.ledger.StandardAccounts.RECEIVABLE;
import static org.millrace.ledger.StandardAccounts.RECEIVED_NOT_INVOICED;
import static org.millrace.ledger.StandardAccounts.RETURNS;
import static org.millrace.ledger.StandardAccounts.REVENUE;
import static org.millrace.ledger.StandardAccounts.SERVICE_PARTS;
import static org.millrace.ledger.StandardAccounts.WORK_IN_PROGRESS;
import static org.millrace.ledger.posting.PostingRule.on;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.currency.ForeignTax;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.NewEntry;
import org.millrace.purchasing.BillsWaived;
import org.millrace.purchasing.OrderReceived;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.sales.CreditNotePosted;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoicePosted;
import org.millrace.sales.PaymentReceived;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.MoveReason;
import org.millrace.tax.TaxPoint;

/**
 * All posting rules: which event debits and credits what. An amount below zero changes its side.
 */
final class PostingRules {
  private static final String BEFORE = " that were billed before";

  static final PostingRule<InvoicePosted> INVOICE =
      on(
          InvoicePosted.class,
          e ->
              Originals.beside(
                  Parts.sold(
                          of(e, "sales.invoice-posted", e.invoice(), "Invoice")
                              .debit(
                                  RECEIVABLE,
                                  e.invoice()
                                      .grossAmount()
                                      .minus(e.invoice().prepaid(Invoice.Prepaid::gross)))
                              .debit(PREPAYMENTS, e.invoice().prepaid(Invoice.Prepaid::base)),
                          earned(e.invoice(), REVENUE),
                          e.invoice())
                      .credit(OUTPUT_TAX, TaxPostings.tax(e.invoice(), TaxPoint.INVOICE))
                      .credit(OUTPUT_TAX_PENDING, TaxPostings.tax(e.invoice(), TaxPoint.PAYMENT)),
                  originals(e.invoice(), earned(e.invoice(), REVENUE))));

  static final PostingRule<CreditNotePosted> CREDIT_NOTE =
      on(
          CreditNotePosted.class,
          e ->
              Originals.beside(
                  Parts.sold(
                          of(e, "sales.credit-note-posted", e.invoice(), "Credit note")
                              .debit(RECEIVABLE, e.invoice().grossAmount()),
                          earned(e.invoice(), RETURNS),
                          e.invoice())
                      .credit(OUTPUT_TAX, TaxPostings.tax(e.invoice(), TaxPoint.INVOICE))
                      .credit(OUTPUT_TAX_PENDING, TaxPostings.tax(e.invoice(), TaxPoint.PAYMENT)),
                  originals(e.invoice(), earned(e.invoice(), RETURNS))));

  static final PostingRule<PaymentReceived> PAYMENT =
      on(
          PaymentReceived.class,
          e ->
              Originals.beside(
                  TaxPostings.settled(received(e), e.payment().settlement()),
                  Exchange.originals(e.payment().detail(), RECEIVABLE)));

  /** Debits the stock with the value that came in; what left is below zero. */
  static final PostingRule<GoodsMoved> GOODS =
      on(
          GoodsMoved.class,
          e ->
              Parts.moved(
                  NewEntry.of(
                      e.reason() == MoveReason.COST_DIFFERENCE
                          ? "stock.cost-difference"
                          : "stock.goods-moved",
                      e.head().occurredAt(),
                      e.document(),
                      "Goods of " + e.document()),
                  INVENTORY,
                  against(e),
                  e));

  /** What is billed above or below the ordered price, or is no input tax, is charged to stock. */
  static final PostingRule<SupplierInvoicePosted> SUPPLIER_INVOICE =
      on(
          SupplierInvoicePosted.class,
          e -> {
            SupplierInvoice invoice = e.invoice();
            Money billed =
                invoice
                    .purchaseTax()
                    .map(tax -> invoice.netAmount().plus(tax.cost()))
                    .orElse(invoice.netAmount());
            Money none = Money.zero(invoice.currency());
            Money toCome = invoice.notReceivedAmount().orElse(none);
            Money exchange = invoice.exchangeDifference().orElse(none);
            Money variance = invoice.returnVariance().orElse(none);
            Money goods =
                billed.minus(invoice.expenseAmount()).minus(toCome).minus(exchange).minus(variance);
            NewEntry entry =
                Parts.bought(
                        NewEntry.of(
                                "purchasing.supplier-invoice-posted",
                                e.head().occurredAt(),
                                document(invoice),
                                text(invoice))
                            .with(invoice.supplier().code()),
                        RECEIVED_NOT_INVOICED,
                        goods,
                        invoice)
                    .debit(BILLED_NOT_RECEIVED, toCome)
                    .debit(Exchange.of(exchange.negated(), invoice.reverses()), exchange)
                    .debit(PRICE_VARIANCE, variance);
            for (SupplierInvoice.Charge charge : invoice.charges()) {
              entry =
                  charge
                      .account()
                      .map(account -> new AccountCode(account.value()))
                      .map(expense(entry, charge))
                      .orElse(entry);
            }
            entry = Parts.spent(entry, RECEIVED_NOT_INVOICED, e.expenses());
            return Originals.beside(
                TaxPostings.billed(entry.credit(PAYABLE, invoice.grossAmount()), invoice),
                invoice
                    .foreign()
                    .map(
                        of ->
                            Originals.in(
                                of.currency(), Map.of(PAYABLE, of.grossAmount().negate()))));
          });

  private static Function<AccountCode, NewEntry> expense(
      NewEntry entry, SupplierInvoice.Charge charge) {
    return account -> entry.debit(account, charge.costAmount());
  }

  private static String text(SupplierInvoice invoice) {
    String what = invoice.kind() == SupplierInvoice.Kind.CREDIT_NOTE ? "Credit note " : "Invoice ";
    return invoice
            .reverses()
            .map(wrong -> "Reversal of invoice " + wrong)
            .orElse(what + invoice.number())
        + " of "
        + invoice.supplier().name();
  }

  /**
   * Goods that were billed before they came are received and billed now; services and expense items
   * are spent when they are received.
   */
  static final PostingRule<OrderReceived> BILLED_GOODS =
      on(
          OrderReceived.class,
          e -> {
            Money billed = e.receipt().billedBefore().orElse(Money.zero(e.order().currency()));
            String what = e.receipt().expenses().isEmpty() ? "Goods of " : "Services of ";
            NewEntry entry =
                NewEntry.of(
                        "purchasing.order-received",
                        e.head().occurredAt(),
                        new DocumentRef("purchasing", "receipt", e.receipt().number()),
                        what + e.order().number() + (billed.isZero() ? "" : BEFORE))
                    .with(e.order().supplier().code())
                    .debit(RECEIVED_NOT_INVOICED, billed)
                    .credit(BILLED_NOT_RECEIVED, billed);
            return Parts.spent(entry, RECEIVED_NOT_INVOICED, e.receipt().expenses());
          });

  /** Services and expense items that nobody will bill cost less. */
  static final PostingRule<BillsWaived> BILLS_WAIVED =
      on(
          BillsWaived.class,
          e ->
              Parts.spent(
                  NewEntry.of(
                          "purchasing.bills-waived",
                          e.head().occurredAt(),
                          PurchaseOrder.KIND.ref(e.order().number()),
                          "No more bills of " + e.order().number())
                      .with(e.order().supplier().code()),
                  RECEIVED_NOT_INVOICED,
                  e.expenses()));

  static final PostingRule<SupplierPaid> SUPPLIER_PAYMENT =
      on(
          SupplierPaid.class,
          e ->
              Originals.beside(
                  TaxPostings.paid(paid(e), e), Exchange.originals(e.payment().detail(), PAYABLE)));

  private PostingRules() {}

  private static NewEntry received(PaymentReceived event) {
    PaymentReceived.Payment payment = event.payment();
    return NewEntry.of(
            "sales.payment-received",
            event.head().occurredAt(),
            document(event.invoice()),
            text(event))
        .with(event.invoice().customer().code())
        .debit(Exchange.money(payment.detail()), payment.amount().plus(gain(payment)))
        .credit(RECEIVABLE, payment.amount())
        .credit(Exchange.of(gain(payment), payment.reverses()), gain(payment));
  }

  private static NewEntry paid(SupplierPaid event) {
    SupplierPaid.Payment payment = event.payment();
    return NewEntry.of(
            "purchasing.supplier-paid",
            event.head().occurredAt(),
            document(event.invoice()),
            payment
                    .reverses()
                    .map(wrong -> "Reversal of payment " + wrong + " of ")
                    .orElse("Payment of ")
                + event.invoice().number())
        .with(event.invoice().supplier().code())
        .debit(PAYABLE, payment.amount())
        .credit(Exchange.money(payment.detail()), payment.amount().plus(loss(payment)))
        .debit(Exchange.of(loss(payment).negated(), payment.reverses()), loss(payment));
  }

  private static Optional<Originals> originals(Invoice invoice, AccountCode revenue) {
    return invoice
        .foreign()
        .map(
            of -> {
              ForeignTax prepaid = invoice.foreignPrepaid();
              Map<AccountCode, BigDecimal> told = new HashMap<>();
              told.put(PREPAYMENTS, prepaid.base());
              told.put(RECEIVABLE, of.grossAmount().subtract(prepaid.gross()));
              told.put(revenue, of.netAmount().negate());
              return Originals.in(of.currency(), told);
            });
  }

  private static Money gain(PaymentReceived.Payment payment) {
    return Exchange.difference(payment.detail(), payment.amount());
  }

  /** What is prepaid is earned by the delivery; what a rebate pays out was accrued before. */
  private static AccountCode earned(Invoice invoice, AccountCode by) {
    return invoice
        .purpose()
        .map(
            purpose ->
                switch (purpose) {
                  case PREPAYMENT -> PREPAYMENTS;
                  case REBATE -> REBATES_OWED;
                })
        .orElse(by);
  }

  /** What a payment of a supplier costs more than the part of the bill was worth. */
  private static Money loss(SupplierPaid.Payment payment) {
    return Exchange.difference(payment.detail(), payment.amount());
  }

  /** The account that moved goods stand against. */
  private static AccountCode against(GoodsMoved moved) {
    return switch (moved.reason()) {
      case RECEIPT -> RECEIVED_NOT_INVOICED;
      case ISSUE, RETURN ->
          moved.document().domain().equals("service") ? SERVICE_PARTS : GOODS_SOLD;
      case ADJUSTMENT, REVALUATION -> ADJUSTMENTS;
      case OPENING -> OPENING_BALANCES;
      case CONSUMPTION, COMPLETION -> shop(moved.document());
      case COST_DIFFERENCE -> GOODS_SOLD;
      case PRICE_VARIANCE -> PRICE_VARIANCE;
      case TRANSFER -> INVENTORY;
    };
  }

  /** What is made or taken apart; goods that are used up without a work order are an expense. */
  private static AccountCode shop(DocumentRef document) {
    if (document.domain().equals("stock")) {
      return OPERATING_EXPENSES;
    }
    return document.type().equals("disassembly") ? PRODUCTION_LOSSES : WORK_IN_PROGRESS;
  }

  private static NewEntry of(
      org.millrace.shared.DomainEvent event, String rule, Invoice invoice, String what) {
    return NewEntry.of(
            rule,
            event.head().occurredAt(),
            document(invoice.header()),
            what + " " + invoice.number() + " to " + invoice.customer().name())
        .with(invoice.customer().code());
  }

  private static String text(PaymentReceived event) {
    String what = event.payment().amount().isNegative() ? "Refund for " : "Payment of ";
    return event
            .payment()
            .reverses()
            .map(wrong -> "Reversal of payment " + wrong + " of ")
            .orElse(what)
        + event.invoice().number();
  }

  private static DocumentRef document(Invoice.Header invoice) {
    String type = invoice.kind() == Invoice.Kind.INVOICE ? "invoice" : "credit-note";
    return new DocumentRef("sales", type, invoice.number().value());
  }

  /** What takes an invoice back is booked with it, so that nothing stands open of either. */
  private static DocumentRef document(SupplierInvoice invoice) {
    return SupplierInvoice.KIND.ref(invoice.reverses().orElse(invoice.number()));
  }
}
