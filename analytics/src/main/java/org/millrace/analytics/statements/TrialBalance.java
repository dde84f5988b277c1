package org.millrace.analytics.statements;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The trial balance of one company's books for every month from the first posting to the last month
 * asked for: per account {@code closing = opening + debit - credit}, debit positive. An account has
 * a row from its first posting on. Worked numbers: TrialBalanceTest, the mini ledger of January.
 */
public final class TrialBalance {

  private final List<Row> rows;

  private TrialBalance(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** One account in one month; opening and closing are signed, debit positive. */
  public record Row(
      YearMonth month, Account account, BigDecimal opening, BigDecimal debit, BigDecimal credit) {

    /** Opening plus debit minus credit. */
    public BigDecimal closing() {
      return opening.add(debit).subtract(credit);
    }
  }

  /**
   * Draws up the balances to the end of a month; later postings are left out. Refuses a month whose
   * debits and credits differ.
   */
  public static TrialBalance upTo(YearMonth last, Collection<Posting> postings) {
    Map<YearMonth, Map<Account, Movement>> movements = new TreeMap<>();
    for (Posting posting : postings) {
      if (!posting.month().isAfter(last)) {
        movements
            .computeIfAbsent(posting.month(), month -> new TreeMap<>())
            .merge(posting.account(), Movement.of(posting), Movement::plus);
      }
    }
    if (movements.isEmpty()) {
      return new TrialBalance(List.of());
    }
    movements.forEach(TrialBalance::requireBalanced);
    List<Row> rows = new ArrayList<>();
    Map<Account, BigDecimal> closing = new TreeMap<>();
    YearMonth first = movements.keySet().iterator().next();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      Map<Account, Movement> moved = movements.getOrDefault(month, Map.of());
      moved.keySet().forEach(account -> closing.putIfAbsent(account, BigDecimal.ZERO));
      for (Map.Entry<Account, BigDecimal> entry : closing.entrySet()) {
        Movement movement = moved.getOrDefault(entry.getKey(), Movement.NONE);
        Row row =
            new Row(month, entry.getKey(), entry.getValue(), movement.debit(), movement.credit());
        entry.setValue(row.closing());
        rows.add(row);
      }
    }
    return new TrialBalance(rows);
  }

  /** All rows, by month and account. */
  public List<Row> rows() {
    return rows;
  }

  /** The rows of one month; empty before the first posting. */
  public List<Row> month(YearMonth month) {
    return rows.stream().filter(row -> row.month().equals(month)).toList();
  }

  private static void requireBalanced(YearMonth month, Map<Account, Movement> movements) {
    Movement total = movements.values().stream().reduce(Movement.NONE, Movement::plus);
    if (total.debit().compareTo(total.credit()) != 0) {
      throw new IllegalArgumentException(
          "%s does not balance: debits %s, credits %s. The journal lines are incomplete; load the"
                  .formatted(month, total.debit(), total.credit())
              + " missing ones before drawing up statements");
    }
  }

  private record Movement(BigDecimal debit, BigDecimal credit) {
    static final Movement NONE = new Movement(BigDecimal.ZERO, BigDecimal.ZERO);

    static Movement of(Posting posting) {
      return new Movement(posting.debit(), posting.credit());
    }

    Movement plus(Movement other) {
      return new Movement(debit.add(other.debit), credit.add(other.credit));
    }
  }
}
