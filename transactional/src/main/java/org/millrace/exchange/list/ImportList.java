package org.millrace.exchange.list;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.millrace.database.Transactions;
import org.millrace.exchange.answer.DryRun;
import org.millrace.exchange.answer.Failed;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.answer.Rejected;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.reject.Rejects;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.settings.ImportLimits;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;
import org.millrace.web.FileAnswer;

/**
 * Imports a list row by row, each in a transaction of its own: the good rows go in, the others to
 * the reject list with their reason.
 */
final class ImportList {
  private static final int REJECTS_TOLD = 20;
  private static final int ROWS_A_STEP = 200;

  private final Rejects rejects;
  private final Transactions transactions;
  private final Clock clock;
  private final ImportLimits limits;

  ImportList(Rejects rejects, Transactions transactions, Clock clock, ImportLimits limits) {
    this.limits = limits;
    this.rejects = rejects;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A file of that list for a company; a trial changes nothing. */
  record Request(CompanyCode company, ImportedList list, String file, boolean isTrial) {}

  /** All rows up to that line are decided. */
  record Progress(String event, long toLine, ImportedRows rows, double seconds) {}

  /** The end. */
  record Finished(
      String event, UUID run, String file, boolean dryRun, ImportedRows rows, double seconds) {}

  /**
   * Opens a file.
   *
   * @throws FileUnreadable when it is not a table with the columns of the list
   */
  FileAnswer.Work open(Request request, Path file) {
    Table table = table(request, file);
    List<String> header = table.header();
    ImportedList.Columns columns = request.list().columns();
    List<String> missing = columns.needed().stream().filter(c -> !header.contains(c)).toList();
    List<String> unknown =
        header.contains(Rejects.ID_COLUMN)
            ? List.of() // an export of the reject list has the columns of other files too
            : header.stream().filter(column -> !columns.knows(column)).toList();
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      table.close();
      throw new FileUnreadable(
          "%s does not fit %s:%s%s It needs the columns %s and may have %s."
              .formatted(
                  request.file(),
                  request.list().kind(),
                  missing.isEmpty() ? "" : " column " + String.join(", ", missing) + " missing.",
                  unknown.isEmpty() ? "" : " column " + String.join(", ", unknown) + " unknown.",
                  String.join(", ", columns.needed()),
                  String.join(", ", columns.optional())));
    }
    return new Opened(request, table);
  }

  /** Separated by commas, or by semicolons as spreadsheets of many countries write them. */
  private Table table(Request request, Path file) {
    ImportedList.Columns columns = request.list().columns();
    TableForm form =
        new TableForm(StandardCharsets.UTF_8, ',', columns.needed(), columns.optional(), limits);
    Table table = OpenTable.open(file, request.file(), form);
    if (table.header().size() > 1 || !table.header().get(0).contains(";")) {
      return table;
    }
    table.close();
    return OpenTable.open(file, request.file(), form.delimitedBy(';'));
  }

  /** A row with what stands in each column. */
  private record Line(Row row, Map<String, String> cells) {
    /** The reject that it corrects, if it comes from the reject list. */
    OptionalLong corrects() {
      String id = cells.getOrDefault(Rejects.ID_COLUMN, "").strip();
      return id.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
    }
  }

  private final class Opened implements FileAnswer.Work {
    private final Request request;
    private final Table table;
    private final UUID run = UUID.randomUUID();
    private final Instant started = clock.instant();
    private ImportedRows rows = ImportedRows.none();
    private Optional<Long> committedToLine = Optional.empty();

    private Opened(Request request, Table table) {
      this.request = request;
      this.table = table;
    }

    @Override
    public void run(Consumer<Object> tell) {
      Set<Long> open = rejects.openLines(request.company(), request.file());
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        Line line = new Line(row.get(), cells(row.get()));
        if (isOfThisList(line)) {
          decide(line, open.contains(row.get().line()), tell);
        }
        if (rows.read() > 0 && rows.read() % ROWS_A_STEP == 0) {
          tell.accept(new Progress("progress", row.get().line(), rows, seconds()));
        }
      }
      tell.accept(
          new Finished("finished", run, request.file(), request.isTrial(), rows, seconds()));
    }

    /** Empty lines and, in an export of the reject list, rows of other lists say nothing. */
    private boolean isOfThisList(Line line) {
      return line.cells.entrySet().stream()
          .anyMatch(
              cell -> request.list().columns().knows(cell.getKey()) && !cell.getValue().isBlank());
    }

    private void decide(Line line, boolean wasRejected, Consumer<Object> tell) {
      try {
        boolean isChanged = request.isTrial() ? tried(line) : done(line, wasRejected);
        rows = rows.plus(new ImportedRows(1, isChanged ? 1 : 0, isChanged ? 0 : 1, 0));
      } catch (Refused refused) {
        NewReject reject = reject(line, refused);
        if (!request.isTrial()) {
          transactions.inOne(() -> kept(line, reject));
        }
        if (rows.rejected() < REJECTS_TOLD) {
          tell.accept(Rejected.of(request.file(), reject));
        }
        rows = rows.plus(new ImportedRows(1, 0, 0, 1));
      }
      committedToLine = request.isTrial() ? Optional.empty() : Optional.of(line.row.line());
    }

    private boolean tried(Line line) {
      return DryRun.of(transactions, () -> take(line));
    }

    private boolean done(Line line, boolean wasRejected) {
      return transactions.inOne(
          () -> {
            boolean isChanged = take(line);
            OptionalLong id = line.corrects();
            rejects.resolve(
                source(),
                id.isPresent() ? List.of(id.getAsLong()) : List.of(),
                wasRejected ? List.of(line.row.line()) : List.of());
            return isChanged;
          });
    }

    private boolean take(Line line) {
      Row row = line.row;
      if (row.cells().size() < table.header().size()) {
        Problem problem =
            new Problem(
                "row",
                row.cells().size() + " cells",
                table.header().size() + " cells, as the header has");
        throw Refused.invalid("The row is too short", List.of(problem));
      }
      Map<String, String> known = new LinkedHashMap<>(line.cells);
      ImportedList.Columns columns = request.list().columns();
      known.keySet().removeIf(c -> !columns.knows(c) || columns.ignored().contains(c));
      return request.list().take(request.company(), known);
    }

    private boolean kept(Line line, NewReject reject) {
      OptionalLong id = line.corrects();
      if (id.isPresent()) {
        rejects.rejectAgain(source(), Map.of(id.getAsLong(), reject));
      } else {
        rejects.add(source(), List.of(reject));
      }
      return true;
    }

    private NewReject reject(Line line, Refused refused) {
      Row row = line.row;
      List<Problem> problems = refused.problems();
      String first = request.list().columns().needed().get(0);
      if (problems.isEmpty()) {
        String value = line.cells.getOrDefault(first, "");
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
      for (int i = 0; i < Math.min(table.header().size(), row.cells().size()); i++) {
        cells.put(table.header().get(i), row.cells().get(i));
      }
      return cells;
    }

    private Rejects.Source source() {
      return new Rejects.Source(request.company(), run, request.file(), table.header());
    }

    private double seconds() {
      return (clock.millis() - started.toEpochMilli()) / 1000.0;
    }

    @Override
    public Failed failed(String detail) {
      return new Failed(request.file(), detail, rows, committedToLine);
    }

    @Override
    public void close() {
      table.close();
    }
  }
}
