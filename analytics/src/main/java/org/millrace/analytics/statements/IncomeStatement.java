package org.millrace.analytics.statements;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The income statement of every month of a trial balance, with the sum since the fiscal year began.
 *
 * <p>Net revenue = revenue - returns; gross profit = net revenue - cost of goods sold (what the
 * sales boards show); EBIT = gross profit - inventory adjustments, price variances and operating
 * expense lines; EBT = EBIT - interest; net income = EBT - tax; the deductions are stored negative.
 * Worked: revenue 50,000, cost -20,000, wages -8,000, depreciation -1,000, interest -100 give gross
 * profit 30,000, EBIT 21,000, net income 20,900.
 */
public final class IncomeStatement {

  private final List<Row> rows;

  private IncomeStatement(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** One line of one month: the month's amount and the amount since the fiscal year began. */
  public record Row(YearMonth month, IncomeLine line, BigDecimal amount, BigDecimal yearToDate) {}

  /**
   * Draws up the statements of the months of a trial balance.
   *
   * @param startMonth the month in which fiscal years begin, 1 for January
   */
  public static IncomeStatement of(TrialBalance balance, int startMonth) {
    Map<YearMonth, Map<IncomeLine, BigDecimal>> months = new TreeMap<>();
    for (TrialBalance.Row row : balance.rows()) {
      Map<IncomeLine, BigDecimal> lines =
          months.computeIfAbsent(row.month(), month -> new EnumMap<>(IncomeLine.class));
      if (isIncome(row.account())) {
        IncomeLine line = IncomeLine.of(row.account());
        lines.merge(line, row.credit().subtract(row.debit()), BigDecimal::add);
      }
    }
    List<Row> rows = new ArrayList<>();
    Map<IncomeLine, BigDecimal> sinceStart = new EnumMap<>(IncomeLine.class);
    months.forEach(
        (month, lines) -> {
          if (month.getMonthValue() == startMonth) {
            sinceStart.clear();
          }
          addResults(lines);
          for (IncomeLine line : IncomeLine.values()) {
            BigDecimal amount = lines.getOrDefault(line, BigDecimal.ZERO);
            rows.add(new Row(month, line, amount, sinceStart.merge(line, amount, BigDecimal::add)));
          }
        });
    return new IncomeStatement(rows);
  }

  /** All rows, by month and line. */
  public List<Row> rows() {
    return rows;
  }

  /** The amount of a line in a month; zero when nothing was posted. */
  public BigDecimal amount(YearMonth month, IncomeLine line) {
    return rows.stream()
        .filter(row -> row.month().equals(month) && row.line() == line)
        .map(Row::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isIncome(Account account) {
    return account.type() == AccountType.REVENUE || account.type() == AccountType.EXPENSE;
  }

  private static void addResults(Map<IncomeLine, BigDecimal> lines) {
    BigDecimal result = BigDecimal.ZERO;
    for (IncomeLine line : IncomeLine.values()) {
      if (line.isResult()) {
        lines.put(line, result);
      } else {
        result = result.add(lines.getOrDefault(line, BigDecimal.ZERO));
      }
    }
  }
}
