package org.millrace.exchange.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.millrace.database.Transactions;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.reject.Rejects;
import org.millrace.settings.ImportLimits;
import org.millrace.shared.Refused;
import org.millrace.web.FileAnswer;

/** Starts imports, a few at a time so that their files share the memory there is. */
public final class ImportRuns {
  private static final int AT_ONCE = 4;

  private final Rejects rejects;
  private final Transactions transactions;
  private final Clock clock;
  private final ImportLimits limits;
  private final Semaphore places = new Semaphore(AT_ONCE);

  ImportRuns(Rejects rejects, Transactions transactions, Clock clock, ImportLimits limits) {
    this.rejects = rejects;
    this.transactions = transactions;
    this.clock = clock;
    this.limits = limits;
  }

  /** How large a file may be. */
  public ImportLimits limits() {
    return limits;
  }

  /**
   * Opens a file.
   *
   * @throws org.millrace.exchange.file.FileUnreadable when it is not a table of that form
   * @throws Refused as conflict while too many imports run
   */
  public FileAnswer.Work open(
      Target target, Path file, TableForm form, Function<ImportRun, RowsTaker> takers) {
    if (!places.tryAcquire()) {
      throw Refused.conflict(
          "%d imports are running, which is all that may at once. Try again when one has ended."
              .formatted(AT_ONCE));
    }
    try {
      return opened(target, file, form, takers);
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
  }

  private ImportRun opened(
      Target target, Path file, TableForm form, Function<ImportRun, RowsTaker> takers) {
    Table table = OpenTable.open(file, target.file(), form);
    try {
      ImportRun run = new ImportRun(target, table, form.text(), this);
      run.takenBy(takers.apply(run));
      return run;
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
  }

  void ended() {
    places.release();
  }

  Rejects rejects() {
    return rejects;
  }

  Transactions transactions() {
    return transactions;
  }

  Clock clock() {
    return clock;
  }
}
