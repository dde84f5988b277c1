package org.millrace.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.currency.Carried;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignAmounts;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentState;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/**
 * An open item taken over from an earlier system, posted against opening balances and touching no
 * income: above 0 where it is owed to the company, below 0 where the company owes it. Amounts are
 * in the currency of the company.
 *
 * @param sourceNumber under which it is known there
 * @param postingDate when it came into the books
 * @param reversedOn the day on which it was taken back
 */
public record OpeningItem(
    DocumentNumber number,
    Status status,
    Side side,
    PartyCode party,
    String partyName,
    LocalDate itemDate,
    LocalDate dueDate,
    LocalDate postingDate,
    String sourceNumber,
    Optional<String> reference,
    Money amount,
    Money openAmount,
    Currency currency,
    Optional<Foreign> foreign,
    Optional<String> reason,
    Optional<LocalDate> reversedOn) {
  /** Stored in settlement.opening_item; numbered OI-000001. */
  public static final DocumentKind<OpeningItem> KIND =
      DocumentKind.of(OpeningItem.class, "settlement", "opening-item")
          .numbered("OI")
          .searched("number", "sourceNumber", "party", "partyName", "reference")
          .sorted("dueDate")
          .steps(OpeningItem::status, Act.values())
          .build();

  public OpeningItem {
    new Problems()
        .require(!amount.isZero(), "amount", amount, "not 0")
        .require(!dueDate.isBefore(itemDate), "dueDate", dueDate, "not before its date " + itemDate)
        .refuse("The opening item cannot be posted");
  }

  /** Whether it counts. */
  public enum Status implements DocumentState<Act> {
    POSTED,
    REVERSED;

    @Override
    public boolean allows(Act act) {
      return this == POSTED;
    }

    @Override
    public String instead() {
      return "Post a new one instead.";
    }
  }

  /** What can be done with it. */
  public enum Act implements DocumentAct {
    REVERSE;

    @Override
    public String words() {
      return "be reversed";
    }
  }

  /** Its amounts in its own currency, where that is not the one of the company. */
  public record Foreign(
      Currency currency,
      ExchangeRate rate,
      @Amount(in = "currency") BigDecimal amount,
      @Amount(in = "currency") BigDecimal openAmount) {
    public Foreign {
      amount = PlainNumber.of(amount);
      openAmount = PlainNumber.of(openAmount);
    }
  }

  /** What is left, in the currency of the item. */
  public Money documentOpen() {
    return foreign.map(of -> Money.of(of.openAmount(), of.currency())).orElse(openAmount);
  }

  /**
   * What a part of it is worth in the books; the part has the sign of the item.
   *
   * @throws Refused as invalid when less is open
   */
  public Carried carried(Money part) {
    Money open = documentOpen();
    boolean fits =
        part.currency().equals(open.currency())
            && part.equals(part.rounded())
            && part.amount().signum() == open.amount().signum()
            && part.amount().abs().compareTo(open.amount().abs()) <= 0;
    new Problems()
        .require(fits && !part.isZero(), "amount", part, "at most the open " + open)
        .refuse("Less is open of " + number);
    return foreign
        .map(
            of ->
                new Carried(
                    part,
                    ForeignAmounts.share(
                        part.amount(),
                        new ForeignAmounts.Whole(of.amount(), amount),
                        new ForeignAmounts.Whole(of.openAmount(), openAmount))))
        .orElseGet(() -> Carried.of(part));
  }

  /** After so much was settled; with the other sign when that is taken back. */
  public OpeningItem settled(Carried part) {
    return with(
        status,
        openAmount.minus(part.home()),
        foreign.map(of -> open(of, of.openAmount().subtract(part.amount().amount()))),
        reason,
        reversedOn);
  }

  /**
   * After it was taken back.
   *
   * @throws Refused as conflict when some of it is settled
   */
  public OpeningItem reversed(String why, LocalDate day) {
    status.require(Act.REVERSE, KIND.titled(number));
    if (!openAmount.equals(amount)) {
      throw Refused.conflict(
          "Opening item %s is settled in part. Reverse that payment first.".formatted(number));
    }
    return with(
        Status.REVERSED,
        Money.zero(currency),
        foreign.map(of -> open(of, BigDecimal.ZERO)),
        Optional.of(why),
        Optional.of(day));
  }

  private static Foreign open(Foreign of, BigDecimal open) {
    return new Foreign(of.currency(), of.rate(), of.amount(), open);
  }

  private OpeningItem with(
      Status now,
      Money open,
      Optional<Foreign> amounts,
      Optional<String> why,
      Optional<LocalDate> back) {
    return new OpeningItem(
        number,
        now,
        side,
        party,
        partyName,
        itemDate,
        dueDate,
        postingDate,
        sourceNumber,
        reference,
        amount,
        open,
        currency,
        amounts,
        why,
        back);
  }
}
