package org.millrace.exchange.list;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millrace.shared.Problem;

/**
 * What is wrong with rows that are one document, by column: {@code lines.2.quantity} is the column
 * {@code lines.quantity} of the second of them.
 *
 * @param row which of the rows, from 0; empty when all of them say the same
 */
record RowProblem(Optional<Integer> row, String column, String value, String expected) {
  private static final Pattern OF_LINE = Pattern.compile("(\\w+)\\.([1-9]\\d{0,5})\\.(\\w+)");

  static List<RowProblem> of(List<Problem> problems) {
    return problems.stream().map(RowProblem::of).toList();
  }

  private static RowProblem of(Problem problem) {
    Matcher line = OF_LINE.matcher(problem.field());
    return line.matches()
        ? new RowProblem(
            Optional.of(Integer.parseInt(line.group(2)) - 1),
            RowReader.column(line.group(1) + "." + line.group(3)),
            problem.value(),
            problem.expected())
        : new RowProblem(
            Optional.empty(),
            RowReader.column(problem.field()),
            problem.value(),
            problem.expected());
  }
}
