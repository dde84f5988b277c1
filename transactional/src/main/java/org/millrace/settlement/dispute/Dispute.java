package org.millrace.settlement.dispute;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.PartyCode;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.OpenItem;
import org.millrace.settlement.Side;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * What a party, or the company, disputes of an open item. Each act returns the dispute as it is
 * afterwards; the amount is in the currency of the company and above 0 on either side.
 *
 * @param owner who looks after it
 * @param creditNote the credit note that resolved it
 * @param answer why it was rejected
 */
record Dispute(
    DocumentNumber number,
    DisputeStatus status,
    ItemKind itemKind,
    String item,
    Side side,
    PartyCode party,
    String partyName,
    LocalDate openedOn,
    String reason,
    Optional<String> owner,
    Money amount,
    Currency currency,
    Optional<LocalDate> closedOn,
    Optional<String> creditNote,
    Optional<String> answer) {
  /** Stored in settlement.dispute; numbered DP-000001. */
  static final DocumentKind<Dispute> KIND =
      DocumentKind.of(Dispute.class, "settlement", "dispute")
          .numbered("DP")
          .searched("number", "item", "party", "partyName", "reason", "owner")
          .sorted("-openedOn")
          .steps(Dispute::status, DisputeStatus.Act.values())
          .build();

  /** What is disputed, why, and who looks after it; all that is open when no amount is named. */
  record Claim(String reason, Optional<String> owner, Optional<Money> amount) {
    Claim {
      reason = reason.strip();
      owner = owner.map(String::strip).filter(name -> !name.isEmpty());
    }

    private Money of(OpenItem item, Money disputed) {
      Money left = abs(item.openAmount()).minus(disputed);
      Money some = amount.orElse(left);
      new Problems()
          .require(!reason.isEmpty(), "reason", reason, "what is disputed")
          .require(
              some.isPositive() && some.equals(some.rounded()) && some.compareTo(left) <= 0,
              "amount",
              some,
              "more than 0 and at most the " + left + " that is open and not disputed")
          .refuse("Item " + item.number() + " cannot be disputed so");
      return some;
    }

    private static Money abs(Money money) {
      return money.isNegative() ? money.negated() : money;
    }
  }

  /**
   * A dispute about an item, of which so much is disputed already.
   *
   * @throws org.millrace.shared.Refused as invalid when less is open
   */
  static Dispute opened(
      DocumentNumber number, OpenItem item, Money disputed, Claim claim, LocalDate day) {
    return new Dispute(
        number,
        DisputeStatus.OPEN,
        item.kind(),
        item.number(),
        item.side(),
        item.party(),
        item.partyName(),
        day,
        claim.reason(),
        claim.owner(),
        claim.of(item, disputed),
        item.currency(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with another claim; the others of its item dispute so much. */
  Dispute changed(OpenItem of, Money disputed, Claim claim) {
    status.require(DisputeStatus.Act.CHANGE, KIND.titled(number));
    return new Dispute(
        number,
        status,
        itemKind,
        item,
        side,
        party,
        partyName,
        openedOn,
        claim.reason(),
        claim.owner(),
        claim.of(of, disputed),
        currency,
        closedOn,
        creditNote,
        answer);
  }

  /** The dispute after a credit note gave way to it. */
  Dispute resolved(String note, LocalDate day) {
    status.require(DisputeStatus.Act.RESOLVE, KIND.titled(number));
    return closed(DisputeStatus.RESOLVED, day, Optional.of(note), Optional.empty());
  }

  /**
   * The dispute after it was rejected.
   *
   * @throws org.millrace.shared.Refused as invalid without an answer
   */
  Dispute rejected(String why, LocalDate day) {
    status.require(DisputeStatus.Act.REJECT, KIND.titled(number));
    new Problems()
        .require(!why.isBlank(), "answer", why, "why it is rejected")
        .refuse(KIND.titled(number) + " cannot be rejected so");
    return closed(DisputeStatus.REJECTED, day, Optional.empty(), Optional.of(why.strip()));
  }

  private Dispute closed(
      DisputeStatus now, LocalDate day, Optional<String> note, Optional<String> why) {
    return new Dispute(
        number,
        now,
        itemKind,
        item,
        side,
        party,
        partyName,
        openedOn,
        reason,
        owner,
        amount,
        currency,
        Optional.of(day),
        note,
        why);
  }
}
