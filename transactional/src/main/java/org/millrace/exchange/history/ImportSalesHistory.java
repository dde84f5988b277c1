package org.millrace.exchange.history;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.gather.RowsAside;
import org.millrace.exchange.gather.Scattered;
import org.millrace.exchange.history.row.ReadRow;
import org.millrace.exchange.mapping.Field;
import org.millrace.exchange.mapping.Mapping;
import org.millrace.exchange.mapping.Mappings;
import org.millrace.exchange.run.ImportRun;
import org.millrace.exchange.run.ImportRuns;
import org.millrace.exchange.run.Target;
import org.millrace.web.FileAnswer;

/**
 * Imports a file chunk by chunk, each in a transaction of its own. Killed at any point, what was
 * committed stays whole; the same file again posts exactly the rest, as rows that are there are
 * known by their hashes.
 */
final class ImportSalesHistory {
  static final String KIND = "sales-history";

  private final Mappings mappings;
  private final ImportRuns runs;
  private final PostChunk postChunk;
  private final RowsAside.Start rowsAside;
  private final Clock clock;

  ImportSalesHistory(
      Mappings mappings,
      ImportRuns runs,
      PostChunk postChunk,
      RowsAside.Start rowsAside,
      Clock clock) {
    this.mappings = mappings;
    this.runs = runs;
    this.postChunk = postChunk;
    this.rowsAside = rowsAside;
    this.clock = clock;
  }

  /**
   * Opens a file. It is read twice: first to see which documents are scattered over it.
   *
   * @throws org.millrace.exchange.file.FileUnreadable when it is not a table that fits the mapping
   */
  FileAnswer.Work open(ImportRequest request, Path file) {
    Mapping mapping = mappings.named(request.mapping());
    TableForm form =
        new TableForm(
            mapping.text(), List.copyOf(mapping.columns().values()), List.of(), runs.limits());
    Target target =
        new Target(
            request.company(), KIND, request.file(), request.mode() == ImportRequest.Mode.DRY_RUN);
    return runs.open(target, file, form, run -> rows(run, request, mapping, file, form));
  }

  private HistoryRows rows(
      ImportRun run, ImportRequest request, Mapping mapping, Path file, TableForm form) {
    LocalDateTime latest =
        LocalDateTime.ofInstant(clock.instant(), postChunk.timeZone(request.company()));
    ReadRow readRow = new ReadRow(mapping, run.table().header(), request.file(), latest);
    Scattered scattered;
    try (Table table = OpenTable.open(file, request.file(), form)) {
      scattered = Scattered.in(table, Objects.requireNonNull(mapping.columns().get(Field.NUMBER)));
    }
    return new HistoryRows(
        new PostChunk.Run(run, request, mapping), readRow, postChunk, scattered, rowsAside.start());
  }
}
