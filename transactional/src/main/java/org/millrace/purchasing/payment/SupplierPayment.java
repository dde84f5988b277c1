package org.millrace.purchasing.payment;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.currency.Carried;
import org.millrace.currency.ForeignPayment;
import org.millrace.currency.PaymentDetail;
import org.millrace.document.DocumentKind;
import org.millrace.document.reversal.PostedStatus;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;
import org.millrace.tax.Settlement;

/**
 * Money that went to a supplier for an invoice. A wrong one is taken back by a payment of the
 * negative amount that names it.
 */
public record SupplierPayment(
    SupplierPaymentNumber number,
    PostedStatus status,
    LocalDate paymentDate,
    SupplierInvoiceNumber invoice,
    PartyCode supplier,
    String supplierName,
    Money amount,
    Currency currency,
    Optional<SupplierPaymentNumber> reverses,
    Optional<SupplierPaymentNumber> reversedBy,
    Optional<String> reason,
    Optional<Settlement> settlement,
    Optional<DocumentRef> settledBy,
    Optional<ForeignPayment> foreign,
    Optional<Money> exchangeDifference) {
  /** Stored in purchasing.supplier_payment; numbered SP-000001 by purchasing. */
  public static final DocumentKind<SupplierPayment> KIND =
      DocumentKind.of(SupplierPayment.class, "purchasing", "supplier-payment")
          .numbered("SP")
          .searched("number", "invoice", "supplier", "supplierName")
          .sorted("-paymentDate")
          .toldBy("supplier-invoice", "invoice", SupplierPayment::invoice)
          .steps(SupplierPayment::status, PostedStatus.Act.values())
          .build();

  /** A payment of an invoice, on that day. */
  public static SupplierPayment of(
      SupplierPaymentNumber number,
      LocalDate day,
      SupplierInvoice invoice,
      Money amount,
      Optional<Settlement> settlement,
      Optional<PaymentDetail> detail) {
    return new SupplierPayment(
        number,
        PostedStatus.POSTED,
        day,
        invoice.number(),
        invoice.supplier().code(),
        invoice.supplier().name(),
        amount,
        invoice.currency(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        settlement,
        detail.flatMap(PaymentDetail::settledBy),
        detail.flatMap(PaymentDetail::foreign),
        detail.flatMap(PaymentDetail::exchangeDifference));
  }

  /**
   * Passes when nothing else holds its money.
   *
   * @throws org.millrace.shared.Refused as conflict when it belongs to another document
   */
  public void requireAlone() {
    if (settledBy.isPresent()) {
      throw Refused.conflict(
          "%s belongs to %s and is taken back with it. Reverse that one."
              .formatted(KIND.titled(number), settledBy.get().number()));
    }
  }

  /** What it settled of the document in its own currency. */
  public Carried carried() {
    return foreign
        .map(of -> new Carried(Money.of(of.settledAmount(), of.currency()), settled()))
        .orElseGet(() -> Carried.of(settled()));
  }

  /** What it settled: the money and what was deducted. */
  public Money settled() {
    return settlement.map(Settlement::deducted).map(amount::plus).orElse(amount);
  }

  /** The part of it that is not paid at all. */
  public Money letOff() {
    return settlement.map(Settlement::letOff).orElseGet(() -> Money.zero(currency));
  }

  /**
   * Passes when it can be reversed: neither reversed already nor reversing another one.
   *
   * @throws org.millrace.shared.Refused as conflict
   */
  public void requireReversible() {
    status.require(PostedStatus.Act.REVERSE, KIND.titled(number));
  }

  /** The payment that takes this one back. */
  public SupplierPayment reversal(SupplierPaymentNumber by, LocalDate day, String why) {
    requireReversible();
    return new SupplierPayment(
        by,
        PostedStatus.REVERSING,
        day,
        invoice,
        supplier,
        supplierName,
        amount.negated(),
        currency,
        Optional.of(number),
        Optional.empty(),
        Optional.of(why),
        settlement.map(Settlement::negated),
        settledBy,
        foreign.map(ForeignPayment::negated),
        exchangeDifference.map(Money::negated));
  }

  /** This payment after that one took it back. */
  public SupplierPayment reversed(SupplierPaymentNumber by) {
    requireReversible();
    return new SupplierPayment(
        number,
        PostedStatus.REVERSED,
        paymentDate,
        invoice,
        supplier,
        supplierName,
        amount,
        currency,
        reverses,
        Optional.of(by),
        reason,
        settlement,
        settledBy,
        foreign,
        exchangeDifference);
  }

  /** The payment as its event tells it. */
  public SupplierPaid.Payment told() {
    return new SupplierPaid.Payment(
        number.value(),
        paymentDate,
        amount,
        currency,
        reverses.map(SupplierPaymentNumber::value),
        reason,
        settlement,
        detail());
  }

  private Optional<PaymentDetail> detail() {
    return Optional.of(new PaymentDetail(settledBy, foreign, exchangeDifference))
        .filter(told -> !told.isNone());
  }
}
