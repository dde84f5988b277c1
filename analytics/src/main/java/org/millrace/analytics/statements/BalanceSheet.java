package org.millrace.analytics.statements;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The balance sheet at the end of every month of a trial balance. The books do not close revenue
 * and expense at year end, so retained earnings hold them: total assets = total liabilities + total
 * equity. Worked: cash 94,900, receivables 15,000, inventory 10,000, equipment 23,000 are 142,900 =
 * payables 12,000 + loans 10,000 + capital 100,000 + profit 20,900.
 */
public final class BalanceSheet {

  private final List<Row> rows;

  private BalanceSheet(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** One line at the end of one month. */
  public record Row(YearMonth month, BalanceLine line, BigDecimal amount) {}

  /** Draws up the balance sheets of the months of a trial balance. */
  public static BalanceSheet of(TrialBalance balance) {
    Map<YearMonth, Map<BalanceLine, BigDecimal>> months = new TreeMap<>();
    for (TrialBalance.Row row : balance.rows()) {
      BalanceLine line = BalanceLine.of(row.account());
      BigDecimal amount = line.isAsset() ? row.closing() : row.closing().negate();
      months
          .computeIfAbsent(row.month(), month -> new EnumMap<>(BalanceLine.class))
          .merge(line, amount, BigDecimal::add);
    }
    List<Row> rows = new ArrayList<>();
    months.forEach(
        (month, lines) -> {
          addTotals(lines);
          for (BalanceLine line : BalanceLine.values()) {
            rows.add(new Row(month, line, lines.getOrDefault(line, BigDecimal.ZERO)));
          }
        });
    return new BalanceSheet(rows);
  }

  /** All rows, by month and line. */
  public List<Row> rows() {
    return rows;
  }

  /** The amount of a line at the end of a month; zero when the line is empty. */
  public BigDecimal amount(YearMonth month, BalanceLine line) {
    return rows.stream()
        .filter(row -> row.month().equals(month) && row.line() == line)
        .map(Row::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void addTotals(Map<BalanceLine, BigDecimal> lines) {
    for (BalanceLine line : BalanceLine.values()) {
      if (!line.isResult()) {
        lines.merge(line.total(), lines.getOrDefault(line, BigDecimal.ZERO), BigDecimal::add);
      }
    }
    lines.put(
        BalanceLine.TOTAL_LIABILITIES_AND_EQUITY,
        lines
            .getOrDefault(BalanceLine.TOTAL_LIABILITIES, BigDecimal.ZERO)
            .add(lines.getOrDefault(BalanceLine.TOTAL_EQUITY, BigDecimal.ZERO)));
  }
}
