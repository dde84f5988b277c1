package org.millrace.approval.gate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.millrace.approval.ApprovalPolicy;
import org.millrace.approval.DocumentType;
import org.millrace.credit.check.CreditCheckChanged;
import org.millrace.currency.PaymentDetail;
import org.millrace.document.Documents;
import org.millrace.ledger.JournalEntryPosted;
import org.millrace.outbox.EventHandler;
import org.millrace.price.DocumentDiscount;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.sales.CreditNotePosted;
import org.millrace.sales.OrderPlaced;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.order.OrderChanged;
import org.millrace.settlement.Direction;
import org.millrace.settlement.PartyPayment;
import org.millrace.settlement.PaymentChanged;
import org.millrace.shared.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The events that tell of documents which can be held, and what of each is measured. */
@Configuration(proxyBeanMethods = false)
class GateWiring {
  private static final Set<String> BY_HAND = Set.of("manual", "reversal");

  private final Documents<ApprovalPolicy> policies;

  GateWiring(Documents<ApprovalPolicy> policies) {
    this.policies = policies;
  }

  @Bean
  EventHandler<org.millrace.purchasing.OrderPlaced> holdPurchaseOrders() {
    return new HoldDocuments<>(
        org.millrace.purchasing.OrderPlaced.class,
        DocumentType.PURCHASE_ORDER,
        event -> ordered(event.order()),
        policies);
  }

  @Bean
  EventHandler<org.millrace.purchasing.OrderChanged> holdChangedPurchaseOrders() {
    return new HoldDocuments<>(
        org.millrace.purchasing.OrderChanged.class,
        DocumentType.PURCHASE_ORDER,
        event -> ordered(event.order()),
        policies);
  }

  private static Optional<Measured> ordered(PurchaseOrder order) {
    return Optional.of(Measured.of(order.netAmount()));
  }

  @Bean
  EventHandler<SupplierInvoicePosted> holdSupplierInvoices() {
    return new HoldDocuments<>(
        SupplierInvoicePosted.class,
        DocumentType.SUPPLIER_INVOICE,
        event -> Optional.of(Measured.of(event.invoice().grossAmount())),
        policies);
  }

  @Bean
  EventHandler<SupplierPaid> holdSupplierPayments() {
    return new HoldDocuments<>(
        SupplierPaid.class, DocumentType.SUPPLIER_PAYMENT, GateWiring::paidAlone, policies);
  }

  /** What settles several is measured as a whole, by the payment of the party. */
  private static Optional<Measured> paidAlone(SupplierPaid event) {
    SupplierPaid.Payment payment = event.payment();
    boolean isPartOfOne = payment.detail().flatMap(PaymentDetail::settledBy).isPresent();
    return payment.reverses().isEmpty() && !isPartOfOne
        ? Optional.of(Measured.of(payment.amount()))
        : Optional.empty();
  }

  @Bean
  EventHandler<PaymentChanged> holdPaymentsToParties() {
    return new HoldDocuments<>(
        PaymentChanged.class, DocumentType.SUPPLIER_PAYMENT, GateWiring::paidNow, policies);
  }

  private static Optional<Measured> paidNow(PaymentChanged event) {
    PartyPayment payment = event.payment();
    boolean isNew = event.head().aggregateVersion() == 1 && payment.reverses().isEmpty();
    return isNew && payment.direction() == Direction.OUT
        ? Optional.of(Measured.of(payment.amount()))
        : Optional.empty();
  }

  @Bean
  EventHandler<JournalEntryPosted> holdJournalEntries() {
    return new HoldDocuments<>(
        JournalEntryPosted.class, DocumentType.JOURNAL_ENTRY, GateWiring::postedByHand, policies);
  }

  private static Optional<Measured> postedByHand(JournalEntryPosted entry) {
    return BY_HAND.contains(entry.rule())
        ? Optional.of(
            Measured.of(
                entry.lines().stream()
                    .map(JournalEntryPosted.Line::debit)
                    .reduce(Money.zero(entry.currency()), Money::plus)))
        : Optional.empty();
  }

  @Bean
  EventHandler<OrderPlaced> holdSalesOrders() {
    return new HoldDocuments<>(
        OrderPlaced.class, DocumentType.SALES_ORDER, event -> ordered(event.order()), policies);
  }

  @Bean
  EventHandler<OrderChanged> holdChangedSalesOrders() {
    return new HoldDocuments<>(
        OrderChanged.class, DocumentType.SALES_ORDER, event -> ordered(event.order()), policies);
  }

  private static Optional<Measured> ordered(SalesOrder order) {
    BigDecimal discount =
        order.lines().stream()
            .flatMap(line -> line.discountPercent().stream())
            .max(Comparator.naturalOrder())
            .orElse(BigDecimal.ZERO);
    BigDecimal ofDocument =
        order.documentDiscount().map(DocumentDiscount::percent).orElse(BigDecimal.ZERO);
    return Optional.of(
        new Measured(order.netAmount(), DocumentDiscount.together(discount, ofDocument)));
  }

  @Bean
  EventHandler<CreditCheckChanged> holdCreditReleases() {
    return new HoldDocuments<>(
        CreditCheckChanged.class,
        DocumentType.CREDIT_RELEASE,
        event -> event.check().releasedExcess().map(Measured::of),
        policies);
  }

  @Bean
  EventHandler<CreditNotePosted> holdCreditNotes() {
    return new HoldDocuments<>(
        CreditNotePosted.class,
        DocumentType.CREDIT_NOTE,
        event -> Optional.of(Measured.of(event.invoice().grossAmount().negated())),
        policies);
  }
}
