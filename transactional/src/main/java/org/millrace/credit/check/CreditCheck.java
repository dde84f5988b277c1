package org.millrace.credit.check;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.credit.exposure.CreditExposure;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * An order with which its customer exceeds the credit limit, and the exposure then, in the currency
 * of the company: excess = open items + delivered + ordered - credit limit. Each act returns the
 * check as it is afterwards.
 *
 * @param order the sales order, which counts in what is ordered
 * @param reason why it was released or ended
 */
public record CreditCheck(
    DocumentNumber number,
    CheckStatus status,
    @Stored("order_number") OrderNumber order,
    PartyCode party,
    String partyName,
    LocalDate checkedOn,
    Money creditLimit,
    Money openItems,
    Money delivered,
    Money ordered,
    Money excess,
    Currency currency,
    Optional<String> reason,
    Optional<String> decidedBy) {
  /** Stored in credit.credit_check; numbered CK-000001. */
  static final DocumentKind<CreditCheck> KIND =
      DocumentKind.of(CreditCheck.class, "credit", "check")
          .numbered("CK")
          .storedIn("credit.credit_check")
          .listed("credit-checks")
          .searched("number", "order", "party", "partyName", "reason")
          .sorted("-checkedOn")
          .steps(CreditCheck::status, CheckStatus.Act.values())
          .build();

  /** A check of an order by an exposure that exceeds the limit. */
  static CreditCheck of(
      DocumentNumber number,
      CheckStatus status,
      OrderNumber order,
      CreditExposure exposure,
      LocalDate day) {
    return new CreditCheck(
        number,
        status,
        order,
        exposure.party(),
        exposure.partyName(),
        day,
        exposure.creditLimit().orElseThrow(),
        exposure.openItems(),
        exposure.delivered(),
        exposure.ordered(),
        exposure.excess().orElseThrow(),
        exposure.currency(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Released by somebody with the right.
   *
   * @throws org.millrace.shared.Refused as invalid without a reason
   */
  CreditCheck released(String why, String by) {
    status.require(CheckStatus.Act.RELEASE, KIND.titled(number));
    new Problems()
        .require(!why.isBlank(), "reason", why, "why the order goes on")
        .refuse(KIND.titled(number) + " cannot be released so");
    return with(CheckStatus.RELEASED, Optional.of(why.strip()), Optional.of(by));
  }

  /** Why its order is not delivered while it is held. */
  String told() {
    return ("Order %s is held: with it %s exceeds the credit limit of %s by %s."
            + " Have credit check %s released, or check it again after a payment.")
        .formatted(order, party, creditLimit, excess, number);
  }

  /** By how much the limit is exceeded where somebody lets the order go on in spite of that. */
  public Optional<Money> releasedExcess() {
    return status == CheckStatus.RELEASED && decidedBy.isPresent()
        ? Optional.of(excess)
        : Optional.empty();
  }

  /** Released because the customer is within the limit again. */
  CreditCheck within() {
    status.require(CheckStatus.Act.RECHECK, KIND.titled(number));
    return with(CheckStatus.RELEASED, Optional.of("Within the credit limit"), Optional.empty());
  }

  /** No longer of interest. */
  CreditCheck ended(String why) {
    return with(CheckStatus.ENDED, Optional.of(why), Optional.empty());
  }

  private CreditCheck with(CheckStatus now, Optional<String> why, Optional<String> by) {
    return new CreditCheck(
        number,
        now,
        order,
        party,
        partyName,
        checkedOn,
        creditLimit,
        openItems,
        delivered,
        ordered,
        excess,
        currency,
        why,
        by);
  }
}
