package org.millrace.exchange.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/** What is wrong with rows of a list that were refused, in the columns of their file. */
final class ListRejects {
  private final ImportedList list;
  private final ImportedList.Columns columns;
  private final ListShape shape;
  private final List<String> header;

  ListRejects(
      ImportedList list, ImportedList.Columns columns, ListShape shape, List<String> header) {
    this.list = list;
    this.columns = columns;
    this.shape = shape;
    this.header = header;
  }

  /** One of the rows cannot be read; the others belong to the same document. */
  List<NewReject> unread(List<Row> rows, int place, Refused refused) {
    Problem problem = refused.problems().get(0);
    List<NewReject> wrong = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      wrong.add(
          i == place
              ? new NewReject(
                  row.line(),
                  row.cells(),
                  problem.field(),
                  problem.value(),
                  "does not fit",
                  problem.expected())
              : besides(row, rows.get(place).line()));
    }
    return wrong;
  }

  /** Each row with what is wrong with it, or with the row of the same document that is wrong. */
  List<NewReject> of(RowsTogether together, Refused refused) {
    List<NewReject> wrong = new ArrayList<>();
    List<RowProblem> problems = RowProblem.of(refused.problems());
    for (Row row : together.rows()) {
      wrong.add(rejected(row, together, problems, refused));
    }
    return wrong;
  }

  private NewReject rejected(
      Row row, RowsTogether together, List<RowProblem> problems, Refused refused) {
    if (problems.isEmpty()) {
      String first = (columns.needed().isEmpty() ? columns.optional() : columns.needed()).get(0);
      return new NewReject(
          row.line(),
          row.cells(),
          named(first),
          shape.text(row, first),
          refused.getMessage(),
          "one that is there");
    }
    List<RowsTogether.Part> parts = together.parts();
    Optional<RowProblem> own =
        problems.stream()
            .filter(
                p ->
                    p.row().isEmpty()
                        || p.row().get() < parts.size()
                            && parts.get(p.row().get()).row().equals(row))
            .findFirst();
    if (own.isEmpty()) {
      int other = Math.min(problems.get(0).row().orElseThrow(), parts.size() - 1);
      return besides(row, parts.get(other).row().line());
    }
    RowProblem problem = own.get();
    Map<String, String> cells = ListShape.byColumn(header, row);
    return new NewReject(
        row.line(),
        row.cells(),
        named(problem.column()),
        cells.getOrDefault(named(problem.column()), problem.value()),
        problems.size() == 1 ? "does not fit" : refused.getMessage(),
        problem.expected());
  }

  private NewReject besides(Row row, long line) {
    String column = list.grouping().orElse("row");
    return new NewReject(
        row.line(),
        row.cells(),
        named(column),
        shape.text(row, column),
        "belongs to a document that does not fit",
        "line " + line + " of the file mended");
  }

  /** As the file calls it, where one column of it is meant. */
  private String named(String column) {
    return shape.source(column).orElse(column);
  }
}
