package org.millrace.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentState;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;

/**
 * Balances of accounts taken over from earlier books, touching no income. What debits and credits
 * differ by stands on the account of opening balances, which is zero when all else is taken over.
 * Amounts are in the currency of the company.
 *
 * @param openingDate the last day of the earlier books
 * @param difference debits less credits of all lines, booked on the other side there
 * @param reversedOn the day on which it was taken back
 */
public record Opening(
    DocumentNumber number,
    Status status,
    LocalDate openingDate,
    Optional<String> reference,
    Money debit,
    Money credit,
    Money difference,
    Currency currency,
    Optional<String> reason,
    Optional<LocalDate> reversedOn,
    List<Line> lines) {
  /** Stored in ledger.opening with its lines; numbered OB-000001. */
  public static final DocumentKind<Opening> KIND =
      DocumentKind.of(Opening.class, "ledger", "opening")
          .numbered("OB")
          .lines("lines", "ledger.opening_line", "opening")
          .searched("number", "reference", "lines.account", "lines.accountName")
          .sorted("-openingDate")
          .steps(Opening::status, Act.values())
          .build();

  public Opening {
    lines = List.copyOf(lines);
  }

  /** A new one, summed up. */
  public static Opening of(
      DocumentNumber number,
      LocalDate day,
      Optional<String> reference,
      Currency currency,
      List<Line> lines) {
    Money debit = lines.stream().map(Line::debit).reduce(Money.zero(currency), Money::plus);
    Money credit = lines.stream().map(Line::credit).reduce(Money.zero(currency), Money::plus);
    return new Opening(
        number,
        Status.POSTED,
        day,
        reference,
        debit,
        credit,
        debit.minus(credit),
        currency,
        Optional.empty(),
        Optional.empty(),
        lines);
  }

  /**
   * The same, taken back.
   *
   * @throws org.millrace.shared.Refused as conflict when it was before
   */
  public Opening reversed(String why, LocalDate day) {
    status.require(Act.REVERSE, KIND.titled(number));
    return new Opening(
        number,
        Status.REVERSED,
        openingDate,
        reference,
        debit,
        credit,
        difference,
        currency,
        Optional.of(why),
        Optional.of(day),
        lines);
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

  /**
   * What an account had: either debit or credit is more than 0.
   *
   * @param originalAmount what that is in another currency: debit above 0, credit below 0
   */
  public record Line(
      int line,
      AccountCode account,
      String accountName,
      @Amount Money debit,
      @Amount Money credit,
      Optional<Currency> originalCurrency,
      @Amount(in = "originalCurrency") Optional<BigDecimal> originalAmount,
      Optional<DimensionValues> dimensions) {
    public Line {
      originalAmount = originalAmount.map(PlainNumber::of);
    }

    /** The same in its other currency, where it has one. */
    public Optional<Money> original() {
      return originalCurrency.flatMap(of -> originalAmount.map(amount -> Money.of(amount, of)));
    }
  }
}
