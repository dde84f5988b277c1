package org.millrace.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentKind;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;

/**
 * Monetary items in foreign currencies at the rates of a closing day (IAS 21.23): open items and
 * money in foreign currency, but neither advances nor goods. The differences are not realised, and
 * are taken back on the first day of the next month. Amounts are in the currency of the company.
 *
 * @param difference of all lines: a gain above 0, a loss below 0
 */
public record Revaluation(
    DocumentNumber number,
    LocalDate revaluationDate,
    LocalDate reversalDate,
    Money difference,
    Currency currency,
    List<Line> lines) {
  /** Stored in settlement.revaluation with its lines; numbered RV-000001. */
  public static final DocumentKind<Revaluation> KIND =
      DocumentKind.of(Revaluation.class, "settlement", "revaluation")
          .numbered("RV")
          .lines("lines", "settlement.revaluation_line", "revaluation")
          .searched("number")
          .sorted("-revaluationDate")
          .build();

  public Revaluation {
    lines = List.copyOf(lines);
  }

  /** What is revalued. */
  public enum Kind {
    INVOICE,
    CREDIT_NOTE,
    SUPPLIER_INVOICE,
    OPENING_ITEM,
    /** Money in a foreign currency on an account of the ledger. */
    BANK_ACCOUNT
  }

  /**
   * One item, above 0 where it is owed to the company or money it has.
   *
   * @param item number of the document, or the account of the ledger
   * @param documentAmount what was open on that day, in its currency
   * @param amount what that is worth in the books
   * @param rate of the closing day
   * @param closingAmount what it is worth at that rate
   * @param difference that is booked: what an earlier revaluation of the day booked is left out
   */
  public record Line(
      int line,
      Kind kind,
      String item,
      Side side,
      Currency documentCurrency,
      @Amount(in = "documentCurrency") BigDecimal documentAmount,
      @Amount Money amount,
      ExchangeRate rate,
      @Amount Money closingAmount,
      @Amount Money difference) {
    public Line {
      documentAmount = PlainNumber.of(documentAmount);
    }
  }

  /** What it moves in the books on its day. */
  public List<Posting> postings() {
    List<Posting> postings = new ArrayList<>();
    for (Line each : lines) {
      postings.add(new Posting(account(each), each.difference()));
    }
    postings.add(new Posting(SettlementAccount.UNREALISED_DIFFERENCE, difference.negated()));
    return Posting.of(postings.toArray(Posting[]::new));
  }

  private static SettlementAccount account(Line line) {
    if (line.kind() == Kind.BANK_ACCOUNT) {
      return SettlementAccount.BANK_ADJUSTMENT;
    }
    return line.side() == Side.RECEIVABLES
        ? SettlementAccount.RECEIVABLES_ADJUSTMENT
        : SettlementAccount.PAYABLES_ADJUSTMENT;
  }
}
