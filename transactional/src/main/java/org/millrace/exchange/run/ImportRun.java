package org.millrace.exchange.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.millrace.database.Constraints;
import org.millrace.exchange.answer.DryRun;
import org.millrace.exchange.answer.Failed;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.answer.Rejected;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TextForm;
import org.millrace.exchange.reject.Rejects;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.web.FileAnswer;

/**
 * A file while it is imported. It knows which rows correct rejects, counts what came of the rows
 * and tells it; a trial undoes each of its transactions.
 */
public final class ImportRun implements FileAnswer.Work {
  private static final int REJECTS_TOLD = 20;

  /** A trial is there to see what does not fit. */
  private static final int REJECTS_TOLD_OF_A_TRIAL = 500;

  /** More rejects than any file may have. */
  private static final int MOST_CORRECTED = 500_000;

  private final Target target;
  private final Table table;
  private final TextForm text;
  private final ImportRuns runs;
  private final UUID id = UUID.randomUUID();
  private final Instant started;
  private final Map<Long, Long> corrects = new HashMap<>();
  private @Nullable RowsTaker taker;
  private Set<Long> openLines = Set.of();
  private Consumer<Object> tell = step -> {};
  private ImportedRows rows = ImportedRows.none();
  private long told;
  private Optional<Long> committedToLine = Optional.empty();

  ImportRun(Target target, Table table, TextForm text, ImportRuns runs) {
    this.target = target;
    this.table = table;
    this.text = text;
    this.runs = runs;
    this.started = runs.clock().instant();
  }

  void takenBy(RowsTaker rowsTaker) {
    taker = rowsTaker;
  }

  private RowsTaker taker() {
    return Objects.requireNonNull(taker, "nobody takes the rows");
  }

  public UUID id() {
    return id;
  }

  public Target target() {
    return target;
  }

  public Table table() {
    return table;
  }

  /** What came of the rows so far. */
  public ImportedRows rows() {
    return rows;
  }

  @Override
  public void run(Consumer<Object> teller) {
    tell = teller;
    tell.accept(
        new Started(
            "started",
            id,
            target.kind(),
            target.file(),
            target.company().value(),
            target.isTrial(),
            table.header()));
    openLines = runs.rejects().openLines(target.company(), target.kind(), target.file());
    int ids = table.header().indexOf(Rejects.ID_COLUMN);
    int kinds = table.header().indexOf(Rejects.KIND_COLUMN);
    for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
      String kind = cell(row.get(), kinds);
      if (kind.isEmpty() || kind.equals(target.kind())) {
        String reject = cell(row.get(), ids);
        if (reject.matches("\\d{1,18}") && corrects.size() < MOST_CORRECTED) {
          corrects.put(row.get().line(), Long.parseLong(reject));
        }
        taker().take(row.get());
      }
    }
    taker().end();
    tell.accept(taker().finished());
  }

  private static String cell(Row row, int place) {
    return place >= 0 && place < row.cells().size() ? row.cells().get(place).strip() : "";
  }

  /** Whether the row of that line names the reject that it corrects. */
  public boolean isCorrection(long line) {
    return corrects.containsKey(line);
  }

  /**
   * Does the work in a transaction of its own, and undoes it in a trial.
   *
   * @throws org.millrace.shared.Refused when a rule of a domain or of the database forbids it
   */
  public <T> T inTransaction(Supplier<T> work) {
    return Constraints.asRefusals(
        () ->
            target.isTrial()
                ? DryRun.of(runs.transactions(), work)
                : runs.transactions().inOne(work));
  }

  /** Within a transaction: takes what is done off the reject list and puts the others on it. */
  public void decide(Collection<Long> doneLines, Collection<NewReject> wrong) {
    if (rows.rejected() + wrong.size() > runs.limits().rejects()) {
      throw new FileUnreadable(
          ("%s has more than %,d rows that do not fit, so it hardly is what was meant. Correct the"
                  + " file or how it is read, or raise MILLRACE_IMPORT_REJECTS.")
              .formatted(target.file(), runs.limits().rejects()));
    }
    Rejects rejects = runs.rejects();
    Rejects.Source source = source();
    rejects.resolve(
        source,
        doneLines.stream().filter(corrects::containsKey).map(corrects::get).toList(),
        doneLines.stream().filter(openLines::contains).toList());
    List<NewReject> fresh = new ArrayList<>();
    Map<Long, NewReject> again = new HashMap<>();
    for (NewReject reject : wrong) {
      Long corrected = corrects.get(reject.line());
      if (corrected == null) {
        fresh.add(asInFile(reject));
      } else {
        again.put(corrected, asInFile(reject));
      }
    }
    rejects.add(source, fresh);
    rejects.rejectAgain(source, again);
    requireRoom(fresh);
  }

  private void requireRoom(List<NewReject> fresh) {
    long most = runs.limits().openRejects();
    if (!fresh.isEmpty() && runs.rejects().open(target.company(), most + 1) > most) {
      throw new FileUnreadable(
          ("%s has more than %,d rejected rows that wait to be corrected. Correct and import some"
                  + " of them first (exports/rejects), or raise MILLRACE_IMPORT_OPEN_REJECTS.")
              .formatted(target.company(), most));
    }
  }

  private Rejects.Source source() {
    List<String> header = table.header();
    return new Rejects.Source(
        target.company(), id, target.kind(), target.file(), text, asInFile(header));
  }

  private NewReject asInFile(NewReject reject) {
    return new NewReject(
        reject.line(),
        asInFile(reject.cells()),
        reject.field(),
        reject.value(),
        reject.reason(),
        reject.expected());
  }

  /** Without the columns that an export of the reject list added. */
  private List<String> asInFile(List<String> cells) {
    List<String> header = table.header();
    return IntStream.range(0, cells.size())
        .filter(i -> i >= header.size() || !header.get(i).startsWith(Rejects.PREFIX))
        .mapToObj(cells::get)
        .toList();
  }

  /** After the transaction: counts what came of rows, and tells of those that do not fit. */
  public void count(ImportedRows more, long toLine, Collection<NewReject> wrong) {
    rows = rows.plus(more);
    committedToLine = target.isTrial() ? Optional.empty() : Optional.of(toLine);
    int most = target.isTrial() ? REJECTS_TOLD_OF_A_TRIAL : REJECTS_TOLD;
    for (NewReject reject : wrong) {
      if (told++ < most) {
        tell.accept(Rejected.of(target.file(), reject));
      }
    }
  }

  /** Tells how far the import is. */
  public void progress(long toLine) {
    tell(new Progress("progress", toLine, rows, seconds()));
  }

  /** Tells a step of this kind of import. */
  public void tell(Object step) {
    tell.accept(step);
  }

  public double seconds() {
    return (runs.clock().millis() - started.toEpochMilli()) / 1000.0;
  }

  @Override
  public Failed failed(String detail) {
    return new Failed(target.file(), detail, rows, committedToLine);
  }

  @Override
  public void close() {
    try {
      if (taker != null) {
        taker.close();
      }
    } finally {
      table.close();
      runs.ended();
    }
  }
}
