package org.millrace.exchange.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/**
 * What was told with a file of the rows in it: nothing is imported where it has others.
 *
 * @param rows how many rows count
 * @param sumOf a column of the list that is added up, or two with an asterisk between, whose
 *     products are: {@code lines.quantity*lines.unit_price}
 * @param sum what that comes to
 */
public record ControlTotals(Optional<Long> rows, Optional<String> sumOf, Optional<BigDecimal> sum) {
  private static final String TITLE = "The file is not the one that was told";

  public ControlTotals {
    new Problems()
        .require(
            sumOf.isPresent() == sum.isPresent(),
            sum.isPresent() ? "sumOf" : "expectedSum",
            "",
            "both the column that is added up and what it comes to")
        .refuse(TITLE);
  }

  /** Whether nothing was told. */
  public boolean isNone() {
    return rows.isEmpty() && sumOf.isEmpty();
  }

  /**
   * How rows are read.
   *
   * @param kept the row if it counts
   * @param cells those of the list that it fills, of one row or several
   * @param columns those that the list has
   */
  public record Reading(
      UnaryOperator<Optional<Row>> kept,
      Function<Row, List<Map<String, String>>> cells,
      List<String> columns) {
    public Reading {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Reads the file once; cells that are no numbers count as nothing.
   *
   * @throws Refused when the file has other rows than were told
   */
  public void check(Table table, Reading reading) {
    List<String> factors = sumOf.map(of -> List.of(of.split("\\*"))).orElse(List.of());
    Problems problems = new Problems();
    for (String factor : factors) {
      problems.require(
          reading.columns().contains(factor),
          "sumOf",
          factor,
          "one of " + String.join(", ", reading.columns()));
    }
    problems.refuse(TITLE);
    long count = 0;
    BigDecimal total = BigDecimal.ZERO;
    for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
      Optional<Row> kept = reading.kept().apply(row);
      count += kept.isPresent() ? 1 : 0;
      if (kept.isPresent() && !factors.isEmpty()) {
        total = total.add(amount(reading, kept.get(), factors));
      }
    }
    refuse(count, total);
  }

  private void refuse(long count, BigDecimal total) {
    List<Problem> problems = new ArrayList<>();
    rows.filter(told -> told != count)
        .ifPresent(told -> problems.add(problem("expectedRows", told, count)));
    sum.filter(told -> told.compareTo(total) != 0)
        .ifPresent(
            told -> problems.add(problem("expectedSum", told.toPlainString(), plain(total))));
    if (!problems.isEmpty()) {
      throw Refused.invalid(TITLE, problems);
    }
  }

  private static String plain(BigDecimal total) {
    return total.signum() == 0 ? "0" : total.stripTrailingZeros().toPlainString();
  }

  private static Problem problem(String field, Object told, Object found) {
    return new Problem(field, told.toString(), found + ", as the file has");
  }

  private static BigDecimal amount(Reading reading, Row row, List<String> factors) {
    try {
      return reading.cells().apply(row).stream()
          .map(cells -> product(cells, factors))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    } catch (Refused unreadable) {
      return BigDecimal.ZERO; // the row is rejected when its turn comes
    }
  }

  private static BigDecimal product(Map<String, String> cells, List<String> factors) {
    BigDecimal product = BigDecimal.ONE;
    for (String factor : factors) {
      String cell = cells.getOrDefault(factor, "").strip();
      product =
          cell.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?")
              ? product.multiply(new BigDecimal(cell))
              : BigDecimal.ZERO;
    }
    return product;
  }
}
