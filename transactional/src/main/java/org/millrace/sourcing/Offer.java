package org.millrace.sourcing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;

/**
 * What a supplier offers for a line of a request.
 *
 * @param unitPrice of one unit of the item, in the currency of the company at the rate of his
 *     answer
 * @param offeredPrice the same in the currency of his answer
 * @param leadTimeDays days from the order to the arrival of the goods
 * @param minimumQuantity the least that he sells; it is ordered where less is wanted
 */
public record Offer(
    int line,
    int requestLine,
    PartyCode supplier,
    Money unitPrice,
    BigDecimal offeredPrice,
    int leadTimeDays,
    Optional<Quantity> minimumQuantity) {
  private static final int LONGEST = 3_650;

  public Offer {
    offeredPrice = PlainNumber.of(offeredPrice);
  }

  /** What he told of a line, the price being in the currency of his answer. */
  public record Told(
      int line,
      @Amount(in = "currency") BigDecimal unitPrice,
      int leadTimeDays,
      Optional<Quantity> minimumQuantity) {}

  static Offer of(int number, PartyCode supplier, Answer answer, Currency home, Told told) {
    return new Offer(
        number,
        told.line(),
        supplier,
        answer.atHome(told.unitPrice(), home),
        told.unitPrice(),
        told.leadTimeDays(),
        told.minimumQuantity());
  }

  /** How many are ordered where so many are wanted. */
  public Quantity ordered(Quantity wanted) {
    return minimumQuantity.map(wanted::max).orElse(wanted);
  }

  static void requireSound(
      RequestForQuotation request, Answer answer, List<Told> told, String title) {
    Problems problems = new Problems();
    problems
        .require(!told.isEmpty(), "lines", "none", "at least one line")
        .require(
            !answer.validUntil().isBefore(answer.answeredOn()),
            "validUntil",
            answer.validUntil(),
            "a day not before " + answer.answeredOn());
    Set<Integer> named = new HashSet<>();
    for (Told one : told) {
      problems
          .require(
              request.line(one.line()).isPresent(),
              "lines.line",
              one.line(),
              "a line of the request")
          .require(
              named.add(one.line()),
              "lines.line",
              one.line(),
              "each line of the request at most once");
      String field = "lines." + one.line();
      UnitPrice.require(problems, field + ".unitPrice", one.unitPrice());
      problems
          .require(
              one.leadTimeDays() >= 0 && one.leadTimeDays() <= LONGEST,
              field + ".leadTimeDays",
              one.leadTimeDays(),
              "0 to " + LONGEST)
          .require(
              one.minimumQuantity().map(Quantity::isPositive).orElse(true),
              field + ".minimumQuantity",
              one.minimumQuantity().map(Quantity::toString).orElse(""),
              "more than 0");
    }
    problems.refuse(title);
  }
}
