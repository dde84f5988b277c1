package org.millrace.exchange.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.exchange.run.ImportRun;
import org.millrace.exchange.run.RowsTaker;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/**
 * The rows of one list, each a command in a transaction of its own: the good rows go in, the others
 * to the reject list with their reason.
 */
final class ListRows implements RowsTaker {
  private static final int ROWS_A_STEP = 200;

  private final ImportRun run;
  private final ImportedList list;
  private final List<String> header;

  ListRows(ImportRun run, ImportedList list) {
    this.run = run;
    this.list = list;
    this.header = run.table().header();
  }

  /** The end. */
  record Finished(
      String event, UUID run, String file, boolean dryRun, ImportedRows rows, double seconds) {}

  @Override
  public void take(Row row) {
    Map<String, String> cells = cells(row);
    try {
      boolean isChanged =
          run.inTransaction(
              () -> {
                boolean changed = carriedOut(row, cells);
                run.decide(List.of(row.line()), List.of());
                return changed;
              });
      ImportedRows one = new ImportedRows(1, isChanged ? 1 : 0, isChanged ? 0 : 1, 0, 0);
      run.count(one, row.line(), List.of());
    } catch (FileUnreadable e) {
      throw e;
    } catch (Refused refused) {
      reject(row, cells, refused);
    }
    if (run.rows().read() % ROWS_A_STEP == 0) {
      run.progress(row.line());
    }
  }

  private boolean carriedOut(Row row, Map<String, String> cells) {
    if (row.cells().size() < header.size()) {
      Problem problem =
          new Problem(
              "row", row.cells().size() + " cells", header.size() + " cells, as the header has");
      throw Refused.invalid("The row is too short", List.of(problem));
    }
    Map<String, String> known = new LinkedHashMap<>(cells);
    ImportedList.Columns columns = list.columns();
    known.keySet().removeIf(c -> !columns.knows(c) || columns.ignored().contains(c));
    return list.take(run.target().company(), known);
  }

  private void reject(Row row, Map<String, String> cells, Refused refused) {
    List<NewReject> wrong = List.of(rejected(row, cells, refused));
    run.inTransaction(
        () -> {
          run.decide(List.of(), wrong);
          return true;
        });
    run.count(new ImportedRows(1, 0, 0, 0, 1), row.line(), wrong);
  }

  private NewReject rejected(Row row, Map<String, String> cells, Refused refused) {
    List<Problem> problems = refused.problems();
    String first = list.columns().needed().get(0);
    if (problems.isEmpty()) {
      String value = cells.getOrDefault(first, "");
      return new NewReject(
          row.line(), row.cells(), first, value, refused.getMessage(), "one that is there");
    }
    Problem problem = problems.get(0);
    String reason = problems.size() == 1 ? "does not fit" : refused.getMessage();
    return new NewReject(
        row.line(),
        row.cells(),
        RowReader.column(problem.field()),
        problem.value(),
        reason,
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
    // each row is decided when it is taken
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
