package org.millrace.sales.payment;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.currency.Carried;
import org.millrace.currency.ForeignPayment;
import org.millrace.currency.PaymentDetail;
import org.millrace.document.DocumentKind;
import org.millrace.document.reversal.PostedStatus;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.PaymentReceived;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;
import org.millrace.tax.Settlement;

/**
 * Money that came in for an invoice (positive) or went back for a credit note (negative). A wrong
 * one is taken back by a payment of the opposite amount that names it.
 */
public record Payment(
    PaymentNumber number,
    PostedStatus status,
    LocalDate paymentDate,
    InvoiceNumber invoice,
    PartyCode customer,
    String customerName,
    Money amount,
    Currency currency,
    Optional<PaymentNumber> reverses,
    Optional<PaymentNumber> reversedBy,
    Optional<String> reason,
    Optional<Settlement> settlement,
    Optional<DocumentRef> settledBy,
    Optional<ForeignPayment> foreign,
    Optional<Money> exchangeDifference) {
  /** Stored in sales.payment; numbered PY-000001 in the series of sales. */
  public static final DocumentKind<Payment> KIND =
      DocumentKind.of(Payment.class, "sales", "payment")
          .numbered("PY")
          .searched("number", "invoice", "customer", "customerName")
          .inRegionOf(Party.KIND, "customer")
          .sorted("-paymentDate")
          .toldBy("sales-invoice", "invoice", Payment::invoice)
          .steps(Payment::status, PostedStatus.Act.values())
          .build();

  /** A payment for an invoice, on that day. */
  public static Payment of(
      PaymentNumber number,
      LocalDate day,
      Invoice invoice,
      Money amount,
      Optional<Settlement> settlement,
      Optional<PaymentDetail> detail) {
    return new Payment(
        number,
        PostedStatus.POSTED,
        day,
        invoice.number(),
        invoice.customer().code(),
        invoice.customer().name(),
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
  public Payment reversal(PaymentNumber by, LocalDate day, String why) {
    requireReversible();
    return new Payment(
        by,
        PostedStatus.REVERSING,
        day,
        invoice,
        customer,
        customerName,
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
  public Payment reversed(PaymentNumber by) {
    requireReversible();
    return new Payment(
        number,
        PostedStatus.REVERSED,
        paymentDate,
        invoice,
        customer,
        customerName,
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
  public PaymentReceived.Payment told() {
    return new PaymentReceived.Payment(
        number.value(),
        paymentDate,
        amount,
        currency,
        reverses.map(PaymentNumber::value),
        reason,
        settlement,
        detail());
  }

  private Optional<PaymentDetail> detail() {
    return Optional.of(new PaymentDetail(settledBy, foreign, exchangeDifference))
        .filter(told -> !told.isNone());
  }
}
