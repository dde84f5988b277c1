package org.millrace.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.TestingCore;
import org.millrace.database.Transactions;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.file.TextForm;
import org.millrace.exchange.reject.Rejects;
import org.millrace.settings.ImportLimits;
import org.millrace.shared.CompanyCode;

/** The reject list holds what people can correct. */
class RejectCapsTest {
  private static final ImportLimits LIMITS = new ImportLimits(1_000, 1_000_000, 3, 5);

  @TempDir private Path folder;
  private final TestingCore core = TestingCore.running();
  private final CompanyCode company = core.newCompany();
  private final Rejects rejects = core.bean(Rejects.class);
  private final ImportRuns runs =
      new ImportRuns(rejects, core.bean(Transactions.class), Clock.systemUTC(), LIMITS);

  @Test
  void aFileMayHaveSoMany() {
    assertThatThrownBy(() -> rejectAll("other.csv", 4))
        .isInstanceOf(FileUnreadable.class)
        .hasMessage(
            "other.csv has more than 3 rows that do not fit, so it hardly is what was meant."
                + " Correct the file or how it is read, or raise MILLRACE_IMPORT_REJECTS.");
    assertThat(open()).isEqualTo(3);
  }

  @Test
  void soManyMayWaitInACompany() {
    rejectAll("first.csv", 3);
    rejectAll("second.csv", 2);
    assertThatThrownBy(() -> rejectAll("third.csv", 1))
        .isInstanceOf(FileUnreadable.class)
        .hasMessage(
            company
                + " has more than 5 rejected rows that wait to be corrected. Correct and import"
                + " some of them first (exports/rejects), or raise MILLRACE_IMPORT_OPEN_REJECTS.");
    assertThat(open()).isEqualTo(5);

    rejectAll("second.csv", 2);
    core.jdbc()
        .sql("update exchange.reject set resolved_at = now() where company = ? and line = 2")
        .param(company.value())
        .update();
    rejectAll("third.csv", 1);
    assertThat(open()).as("two were corrected").isEqualTo(4);
  }

  private long open() {
    return rejects.open(company, 1_000);
  }

  private void rejectAll(String name, int rows) {
    TableForm form = new TableForm(TextForm.ours(), List.of("a"), List.of(), LIMITS);
    String text =
        LongStream.rangeClosed(1, rows)
            .mapToObj(n -> "wrong " + n)
            .collect(Collectors.joining("\n", "a\n", "\n"));
    try (var work =
        runs.open(
            new Target(company, "rows", name, false),
            Files.writeString(folder.resolve(name), text),
            form,
            Taker::new)) {
      work.run(step -> {});
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rejects each row. */
  private record Taker(ImportRun run) implements RowsTaker {
    @Override
    public void take(Row row) {
      List<Rejects.NewReject> wrong =
          List.of(
              new Rejects.NewReject(
                  row.line(), row.cells(), "a", row.cells().get(0), "wrong", "another"));
      run.inTransaction(
          () -> {
            run.decide(List.of(), wrong);
            return wrong;
          });
      run.count(new ImportedRows(1, 0, 0, 0, 1), row.line(), wrong);
    }

    @Override
    public void end() {}

    @Override
    public Object finished() {
      return "finished";
    }

    @Override
    public void close() {}
  }
}
