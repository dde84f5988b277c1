package org.millrace.exchange.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.exchange.run.ImportRun;
import org.millrace.exchange.run.RowsTaker;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/**
 * The rows of one list, each a command in a transaction of its own, or those that are one together:
 * the good rows go in, the others to the reject list with their reason.
 */
final class ListRows implements RowsTaker {
  private static final int ROWS_A_STEP = 200;

  private final ImportRun run;
  private final ImportedList list;
  private final Set<Long> skip;
  private final List<String> header;
  private final List<Row> together = new ArrayList<>();
  private final Map<List<Map<String, String>>, Integer> occurrences = new HashMap<>();

  /** All rows of the run but those of the lines that are skipped. */
  ListRows(ImportRun run, ImportedList list, Set<Long> skip) {
    this.run = run;
    this.list = list;
    this.skip = Set.copyOf(skip);
    this.header = run.table().header();
  }

  /** The end. */
  record Finished(
      String event, UUID run, String file, boolean dryRun, ImportedRows rows, double seconds) {}

  @Override
  public void take(Row row) {
    if (skip.contains(row.line())) {
      return;
    }
    if (!together.isEmpty() && !isOneWith(row)) {
      takeTogether();
    }
    together.add(row);
    if (list.grouping().isEmpty()) {
      takeTogether();
    }
  }

  private boolean isOneWith(Row row) {
    String column = list.grouping().orElseThrow();
    String group = cells(row).getOrDefault(column, "");
    return !group.isBlank() && group.equals(cells(together.get(0)).get(column));
  }

  private void takeTogether() {
    List<Row> rows = List.copyOf(together);
    together.clear();
    long last = rows.get(rows.size() - 1).line();
    try {
      boolean isChanged =
          run.inTransaction(
              () -> {
                boolean changed = carriedOut(rows);
                run.decide(rows.stream().map(Row::line).toList(), List.of());
                return changed;
              });
      int count = rows.size();
      run.count(
          new ImportedRows(count, isChanged ? count : 0, isChanged ? 0 : count, 0, 0),
          last,
          List.of());
    } catch (FileUnreadable e) {
      throw e;
    } catch (Refused refused) {
      reject(rows, refused);
    }
    if (run.rows().read() % ROWS_A_STEP < rows.size()) {
      run.progress(last);
    }
  }

  private boolean carriedOut(List<Row> rows) {
    List<Map<String, String>> known = rows.stream().map(this::known).toList();
    if (list.grouping().isEmpty()) {
      return list.take(run.target().company(), known.get(0));
    }
    int occurrence = occurrences.merge(List.copyOf(known), 1, Integer::sum);
    return list.takeTogether(run.target().company(), known, occurrence);
  }

  private Map<String, String> known(Row row) {
    if (row.cells().size() < header.size()) {
      Problem problem =
          new Problem(
              "row", row.cells().size() + " cells", header.size() + " cells, as the header has");
      throw Refused.invalid("The row is too short", List.of(problem));
    }
    Map<String, String> known = cells(row);
    ImportedList.Columns columns = list.columns(run.target().company());
    known.keySet().removeIf(c -> !columns.knows(c) || columns.ignored().contains(c));
    return known;
  }

  private void reject(List<Row> rows, Refused refused) {
    List<NewReject> wrong =
        IntStream.range(0, rows.size()).mapToObj(i -> rejected(rows, i, refused)).toList();
    run.inTransaction(
        () -> {
          run.decide(List.of(), wrong);
          return true;
        });
    run.count(
        new ImportedRows(rows.size(), 0, 0, 0, rows.size()),
        rows.get(rows.size() - 1).line(),
        wrong);
  }

  /** A row with what is wrong with it, or with the row of the same document that is wrong. */
  private NewReject rejected(List<Row> rows, int place, Refused refused) {
    Row row = rows.get(place);
    Map<String, String> cells = cells(row);
    List<RowProblem> problems = RowProblem.of(refused.problems());
    Optional<RowProblem> own = problems.stream().filter(p -> p.isOfRow(place)).findFirst();
    if (problems.isEmpty()) {
      ImportedList.Columns columns = list.columns(run.target().company());
      String first = (columns.needed().isEmpty() ? columns.optional() : columns.needed()).get(0);
      String value = cells.getOrDefault(first, "");
      return new NewReject(
          row.line(), row.cells(), first, value, refused.getMessage(), "one that is there");
    }
    if (own.isEmpty()) {
      long other = rows.get(problems.get(0).row().orElseThrow()).line();
      String column = list.grouping().orElseThrow();
      return new NewReject(
          row.line(),
          row.cells(),
          column,
          cells.getOrDefault(column, ""),
          "belongs to a document that does not fit",
          "line " + other + " of the file mended");
    }
    RowProblem problem = own.get();
    return new NewReject(
        row.line(),
        row.cells(),
        problem.column(),
        cells.getOrDefault(problem.column(), problem.value()),
        problems.size() == 1 ? "does not fit" : refused.getMessage(),
        problem.expected());
  }

  private Map<String, String> cells(Row row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(header.size(), row.cells().size()); i++) {
      cells.put(header.get(i), row.cells().get(i));
    }
    return cells;
  }

  @Override
  public void end() {
    if (!together.isEmpty()) {
      takeTogether();
    }
  }

  @Override
  public Finished finished() {
    return new Finished(
        "finished",
        run.id(),
        run.target().file(),
        run.target().isTrial(),
        run.rows(),
        run.seconds());
  }

  @Override
  public void close() {
    // nothing is held
  }
}
