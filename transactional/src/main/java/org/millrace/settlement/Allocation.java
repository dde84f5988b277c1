package org.millrace.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.reversal.PostedStatus;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;

/**
 * Open items of a party set off against each other: an invoice against a credit note, money on
 * account against invoices, what a party owes against what it is owed. A wrong one is taken back by
 * another one that names it. Amounts are in the currency of the company.
 *
 * @param exchangeDifference realised with it: a gain above 0, a loss below 0
 */
public record Allocation(
    DocumentNumber number,
    PostedStatus status,
    PartyCode party,
    String partyName,
    LocalDate allocationDate,
    Money exchangeDifference,
    Currency currency,
    List<Line> lines,
    Optional<DocumentNumber> reverses,
    Optional<DocumentNumber> reversedBy,
    Optional<String> reason) {
  /** Stored in settlement.allocation with its lines; numbered AL-000001. */
  public static final DocumentKind<Allocation> KIND =
      DocumentKind.of(Allocation.class, "settlement", "allocation")
          .numbered("AL")
          .lines("lines", "settlement.allocation_line", "allocation")
          .searched("number", "party", "partyName")
          .sorted("-allocationDate")
          .steps(Allocation::status, PostedStatus.Act.values())
          .build();

  public Allocation {
    lines = List.copyOf(lines);
  }

  /**
   * What is settled of one item, above 0 where it was owed to the company.
   *
   * @param documentAmount in the currency of the item, a small rest included
   * @param smallRest what of it was not covered and goes to the exchange difference
   * @param settledBy the payment of that item alone, where there is one
   */
  public record Line(
      int line,
      ItemKind kind,
      String item,
      @Amount Money amount,
      Currency documentCurrency,
      @Amount(in = "documentCurrency") BigDecimal documentAmount,
      @Amount(in = "documentCurrency") Optional<BigDecimal> smallRest,
      Optional<String> settledBy) {
    public Line {
      documentAmount = PlainNumber.of(documentAmount);
      smallRest = smallRest.map(PlainNumber::of);
    }

    private Line negated() {
      return new Line(
          line,
          kind,
          item,
          amount.negated(),
          documentCurrency,
          documentAmount.negate(),
          smallRest.map(BigDecimal::negate),
          settledBy);
    }
  }

  /** The allocation that takes this one back. */
  public Allocation reversal(DocumentNumber by, LocalDate day, String why) {
    status.require(PostedStatus.Act.REVERSE, KIND.titled(number));
    return new Allocation(
        by,
        PostedStatus.REVERSING,
        party,
        partyName,
        day,
        exchangeDifference.negated(),
        currency,
        lines.stream().map(Line::negated).toList(),
        Optional.of(number),
        Optional.empty(),
        Optional.of(why));
  }

  /** This allocation after that one took it back. */
  public Allocation reversed(DocumentNumber by) {
    return new Allocation(
        number,
        PostedStatus.REVERSED,
        party,
        partyName,
        allocationDate,
        exchangeDifference,
        currency,
        lines,
        reverses,
        Optional.of(by),
        reason);
  }
}
