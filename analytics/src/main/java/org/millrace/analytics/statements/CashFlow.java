package org.millrace.analytics.statements;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cash flow statement of every month of a trial balance, by the indirect method.
 *
 * <p>Operations = net income + depreciation - rise of receivables and inventory + rise of payables;
 * net change = operations + investing + financing = closing - opening cash, for debits equal
 * credits. Worked: 20,900 + 1,000 - 15,000 - 10,000 + 12,000 = 8,900; investing -24,000; financing
 * 10,000; net -5,100; cash 100,000 to 94,900.
 */
public final class CashFlow {
  private static final List<CashFlowLine> OPERATIONS =
      List.of(
          CashFlowLine.NET_INCOME,
          CashFlowLine.DEPRECIATION,
          CashFlowLine.RECEIVABLES,
          CashFlowLine.INVENTORY,
          CashFlowLine.PAYABLES,
          CashFlowLine.OTHER_WORKING_CAPITAL);

  private final List<Row> rows;

  private CashFlow(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** One line of one month. */
  public record Row(YearMonth month, CashFlowLine line, BigDecimal amount) {}

  /** Draws up the statements of the months of a trial balance. */
  public static CashFlow of(TrialBalance balance) {
    Map<YearMonth, Map<CashFlowLine, BigDecimal>> months = new TreeMap<>();
    for (TrialBalance.Row row : balance.rows()) {
      Map<CashFlowLine, BigDecimal> lines =
          months.computeIfAbsent(row.month(), month -> new EnumMap<>(CashFlowLine.class));
      CashFlowLine line = CashFlowLine.of(row.account());
      if (line == CashFlowLine.NET_CHANGE) {
        lines.merge(CashFlowLine.OPENING_CASH, row.opening(), BigDecimal::add);
        lines.merge(CashFlowLine.CLOSING_CASH, row.closing(), BigDecimal::add);
      } else {
        lines.merge(line, row.credit().subtract(row.debit()), BigDecimal::add);
      }
    }
    List<Row> rows = new ArrayList<>();
    months.forEach(
        (month, lines) -> {
          addResults(lines);
          for (CashFlowLine line : CashFlowLine.values()) {
            rows.add(new Row(month, line, lines.getOrDefault(line, BigDecimal.ZERO)));
          }
        });
    return new CashFlow(rows);
  }

  /** All rows, by month and line. */
  public List<Row> rows() {
    return rows;
  }

  /** The amount of a line in a month; zero when nothing moved. */
  public BigDecimal amount(YearMonth month, CashFlowLine line) {
    return rows.stream()
        .filter(row -> row.month().equals(month) && row.line() == line)
        .map(Row::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void addResults(Map<CashFlowLine, BigDecimal> lines) {
    lines.put(CashFlowLine.OPERATING, sum(lines, OPERATIONS));
    lines.put(
        CashFlowLine.NET_CHANGE,
        sum(
            lines,
            List.of(CashFlowLine.OPERATING, CashFlowLine.INVESTING, CashFlowLine.FINANCING)));
  }

  private static BigDecimal sum(Map<CashFlowLine, BigDecimal> lines, List<CashFlowLine> parts) {
    return parts.stream()
        .map(line -> lines.getOrDefault(line, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
