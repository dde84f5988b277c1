package org.millrace.exchange.history;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.millrace.database.Transactions;
import org.millrace.exchange.answer.DryRun;
import org.millrace.exchange.answer.Failed;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.answer.Rejected;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.mapping.Mapping;
import org.millrace.exchange.mapping.Mappings;
import org.millrace.exchange.reject.Rejects;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.settings.ImportLimits;
import org.millrace.web.FileAnswer;

/**
 * Imports a file chunk by chunk, each in a transaction of its own. Killed at any point, what was
 * committed stays whole; the same file again posts exactly the rest, as rows that are there are
 * known by their hashes.
 */
final class ImportSalesHistory {
  private static final int REJECTS_TOLD = 20;

  private final Mappings mappings;
  private final Rejects rejects;
  private final PostChunk postChunk;
  private final Transactions transactions;
  private final SeenRows.Start seenRows;
  private final Clock clock;
  private final ImportLimits limits;

  ImportSalesHistory(
      Mappings mappings,
      Rejects rejects,
      PostChunk postChunk,
      Transactions transactions,
      SeenRows.Start seenRows,
      Clock clock,
      ImportLimits limits) {
    this.limits = limits;
    this.mappings = mappings;
    this.rejects = rejects;
    this.postChunk = postChunk;
    this.transactions = transactions;
    this.seenRows = seenRows;
    this.clock = clock;
  }

  /** A file that fits its mapping and waits to be read. */
  final class Opened implements FileAnswer.Work {
    private final ImportRequest request;
    private final Mapping mapping;
    private final Table table;
    private final ReadRow readRow;
    private final Instant started = clock.instant();
    private final UUID run = UUID.randomUUID();
    private final Control control = new Control();
    private ImportedRows rows = ImportedRows.none();
    private long papers;
    private long rejectsTold;
    private Optional<Long> committedToLine = Optional.empty();

    private Opened(ImportRequest request, Mapping mapping, Table table, ReadRow readRow) {
      this.request = request;
      this.mapping = mapping;
      this.table = table;
      this.readRow = readRow;
    }

    @Override
    public void run(Consumer<Object> tell) {
      tell.accept(
          new Step.Started(
              "started",
              run,
              request.file(),
              request.company().value(),
              mapping.name(),
              mapping.currency().getCurrencyCode(),
              isDryRun()));
      Set<Long> open = rejects.openLines(request.company(), request.file());
      PostChunk.Run context = new PostChunk.Run(run, request, mapping, table.header(), open);
      Chunk chunk = new Chunk();
      int rejectColumn = table.header().indexOf(Rejects.ID_COLUMN);
      try (SeenRows seen = seenRows.start()) {
        for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
          read(row.get(), rejectColumn, chunk);
          if (chunk.isFull()) {
            post(context, chunk.takeComplete(), seen, tell);
          }
        }
        if (!chunk.isEmpty()) {
          post(context, chunk.takeAll(), seen, tell);
        }
      }
      tell.accept(finished());
    }

    private void read(Row row, int rejectColumn, Chunk chunk) {
      RowReading reading = readRow.read(row);
      if (reading instanceof RowReading.Read read) {
        chunk.add(read.row());
      } else if (reading instanceof RowReading.Unreadable unreadable) {
        chunk.add(unreadable.reject());
      }
      if (rejectColumn >= 0 && rejectColumn < row.cells().size()) {
        String id = row.cells().get(rejectColumn).strip();
        if (id.matches("\\d{1,18}")) {
          chunk.corrects(row.line(), Long.parseLong(id));
        }
      }
    }

    private void post(
        PostChunk.Run context, Chunk.Load load, SeenRows seen, Consumer<Object> tell) {
      var before = seen.before(load.papers().stream().map(Paper::number).toList());
      PostChunk.Outcome outcome = inTransaction(() -> postChunk.post(context, load, before));
      seen.note(load.papers());
      rows = rows.plus(outcome.rows());
      papers += load.papers().size();
      control.add(outcome.control());
      committedToLine = isDryRun() ? Optional.empty() : Optional.of(load.toLine());
      load.unreadable().forEach(row -> tellReject(row, tell));
      tell.accept(new Step.Progress("progress", load.toLine(), rows, papers, seconds()));
    }

    private void tellReject(NewReject row, Consumer<Object> tell) {
      if (rejectsTold++ < REJECTS_TOLD) {
        tell.accept(Rejected.of(request.file(), row));
      }
    }

    private PostChunk.Outcome inTransaction(Supplier<PostChunk.Outcome> work) {
      return isDryRun() ? DryRun.of(transactions, work) : transactions.inOne(work);
    }

    private Step.Finished finished() {
      double seconds = seconds();
      return new Step.Finished(
          "finished",
          run,
          request.file(),
          isDryRun(),
          mapping.currency().getCurrencyCode(),
          rows,
          papers,
          control.lines(),
          control.agrees(),
          seconds,
          Math.round(rows.read() / Math.max(0.001, seconds)));
    }

    @Override
    public Failed failed(String detail) {
      return new Failed(request.file(), detail, rows, committedToLine);
    }

    private double seconds() {
      return (clock.millis() - started.toEpochMilli()) / 1000.0;
    }

    private boolean isDryRun() {
      return request.mode() == ImportRequest.Mode.DRY_RUN;
    }

    @Override
    public void close() {
      table.close();
    }
  }

  /**
   * Opens a file.
   *
   * @throws org.millrace.exchange.file.FileUnreadable when it is not a table that fits the mapping
   */
  Opened open(ImportRequest request, Path file) {
    Mapping mapping = mappings.named(request.mapping());
    Mapping.Text text = mapping.text();
    TableForm form =
        new TableForm(
            text.charset(),
            text.delimiter(),
            List.copyOf(mapping.columns().values()),
            List.of(),
            limits);
    Table table = OpenTable.open(file, request.file(), form);
    LocalDateTime latest = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    ReadRow readRow = new ReadRow(mapping, table, request.file(), latest);
    return new Opened(request, mapping, table, readRow);
  }
}
