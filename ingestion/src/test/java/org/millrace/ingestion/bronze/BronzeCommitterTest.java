package org.millrace.ingestion.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.ingestion.TestingLake;
import org.millrace.ingestion.TestingRows;
import org.millrace.ingestion.bronze.table.AfterCommit;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.DeltaTable;
import org.millrace.ingestion.bronze.table.Lake;
import org.millrace.ingestion.bronze.table.LogLost;
import org.millrace.ingestion.bronze.table.Part;
import org.millrace.ingestion.contract.Validated;
import org.millrace.ingestion.outbox.Database;
import org.millrace.ingestion.outbox.Frontier;
import org.millrace.ingestion.outbox.Progress;

class BronzeCommitterTest {

  @TempDir Path folder;

  private Lake lake;
  private String run;
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void claimTheTables() throws Exception {
    lake = new Lake(folder.toString());
    run = new BronzeStart(lake).takeOver("epoch").run();
  }

  @Test
  void committingTheSameBatchTwiceAddsItOnce() throws Exception {
    Batch batch = written(TestingRows.good(run, 1), TestingRows.bad(run, 2));
    commit(batch);
    commit(batch);
    assertThat(ids(BronzeTable.EVENTS)).hasSize(1);
    assertThat(ids(BronzeTable.REJECTS)).hasSize(1);
    assertThat(heard).containsExactly("REJECTS 1: 1 rows", "EVENTS 1: 1 rows");
  }

  @Test
  void oneCommitterThatMeetsTheSameBatchAgainSkipsIt() throws Exception {
    try (BronzeCommitter committer = committer()) {
      Batch first = written(TestingRows.good(run, 1));
      Batch second = written(TestingRows.good(run, 2));
      committer.commit(List.of(new Request(second), new Request(first)));
      committer.commit(List.of(new Request(first)));
      committer.commit(List.of(new Request(second)));
    }
    assertThat(ids(BronzeTable.EVENTS)).hasSize(2);
    assertThat(heard).hasSize(2);
  }

  @Test
  void aCrashBetweenTheTwoTablesIsMadeGoodByCommittingAgain() throws Exception {
    Batch batch = written(TestingRows.bad(run, 1), TestingRows.good(run, 2));
    append(part(batch, BronzeTable.REJECTS));
    commit(batch);
    assertThat(ids(BronzeTable.EVENTS)).hasSize(1);
    assertThat(ids(BronzeTable.REJECTS)).hasSize(1);
  }

  @Test
  void aNewRunAfterACrashBetweenTheTwoTablesDoublesNoReject() throws Exception {
    commit(written(TestingRows.good(run, 1)));
    append(part(written(TestingRows.bad(run, 2), TestingRows.good(run, 3)), BronzeTable.REJECTS));
    Frontier from = new BronzeStart(lake).takeOver("epoch");
    assertThat(from.position()).isEqualTo(1);
    String next = from.run();
    commit(written(TestingRows.bad(next, 2), TestingRows.good(next, 3), TestingRows.bad(next, 4)));
    assertThat(ids(BronzeTable.EVENTS)).hasSize(2);
    assertThat(ids(BronzeTable.REJECTS)).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aBatchOfARunThatWasReplacedIsRefused() throws Exception {
    Batch late = written(TestingRows.good(run, 1));
    new BronzeStart(lake).takeOver("epoch");
    assertThatThrownBy(() -> commit(late)).hasMessageContaining("Another ingestion job");
    assertThat(ids(BronzeTable.EVENTS)).isEmpty();
  }

  @Test
  void aCommitterThatDidNotNoticeTheNewRunIsRefusedByDelta() throws Exception {
    try (BronzeCommitter old = committer()) {
      old.commit(List.of(new Request(written(TestingRows.good(run, 1)))));
      Batch late = written(TestingRows.good(run, 2));
      new BronzeStart(lake).takeOver("epoch");
      assertThatThrownBy(() -> old.commit(List.of(new Request(late))))
          .hasMessageContaining("concurrent");
    }
    assertThat(ids(BronzeTable.EVENTS)).hasSize(1);
  }

  @Test
  void anEmptyCheckpointMakesNoCommit() throws Exception {
    commit(written());
    assertThat(heard).isEmpty();
  }

  @Test
  void anotherDatabaseIsRefused() {
    assertThatThrownBy(() -> new BronzeStart(lake).takeOver("other"))
        .hasMessageContaining("was filled from database epoch, this is database other")
        .hasMessageContaining("Point MILLRACE_LAKE to a new folder");
  }

  @Test
  void aCommitterMadeAnewAfterAFailureStillFindsThatTheNewestEntryIsGone() throws Exception {
    commit(written(TestingRows.good(run, 1)));
    Batch next = written(TestingRows.good(run, 2));
    Path log = folder.resolve("bronze/events/_delta_log");
    assertThat(log.resolve("00000000000000000001.crc")).exists();
    Files.delete(log.resolve("00000000000000000001.json"));
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> commit(next))
          .isInstanceOf(LogLost.class)
          .hasMessageContaining("has lost version 1");
    }
  }

  private Batch written(Validated... rows) throws IOException {
    Map<BronzeTable, Frontier> present = new EnumMap<>(BronzeTable.class);
    try (AfterCommit none = new AfterCommit((table, problem) -> {})) {
      for (BronzeTable table : BronzeTable.values()) {
        present.put(table, new DeltaTable(table, lake, none).watermark().orElseThrow().frontier());
      }
    }
    BronzeWriter writer = new BronzeWriter(lake, present);
    for (Validated row : rows) {
      writer.write(row, null);
    }
    writer.writeWatermark(new Watermark(Long.MIN_VALUE));
    return Batch.merge(writer.prepareCommit());
  }

  private static Part part(Batch batch, BronzeTable table) {
    return batch.parts().stream().filter(part -> part.table() == table).findFirst().orElseThrow();
  }

  private void append(Part part) {
    try (AfterCommit none = new AfterCommit((table, problem) -> {})) {
      new DeltaTable(part.table(), lake, none).append(part);
    }
  }

  private void commit(Batch batch) throws IOException {
    try (BronzeCommitter committer = committer()) {
      committer.commit(List.of(new Request(batch)));
    }
  }

  private BronzeCommitter committer() {
    Progress unused = new Progress(new Database("jdbc:postgresql://127.0.0.1:1/none", "", ""));
    return new BronzeCommitter(lake, unused, new Hearing());
  }

  private List<String> ids(BronzeTable table) throws IOException {
    return new TestingLake(lake).column(table, "event_id");
  }

  private final class Hearing implements CommitListener {

    private static final long serialVersionUID = 1;

    @Override
    public void committed(BronzeTable table, long version, long rows) {
      heard.add(table + " " + version + ": " + rows + " rows");
    }

    @Override
    public void completeTo(double behindSeconds) {
      heard.add("complete");
    }

    @Override
    public void checkpointed() {}

    @Override
    public void afterworkFailed(BronzeTable table, Exception problem) {
      heard.add("failed " + problem);
    }
  }

  private record Request(Batch batch) implements CommitRequest<Batch> {

    @Override
    public Batch getCommittable() {
      return batch;
    }

    @Override
    public int getNumberOfRetries() {
      return 0;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable problem) {
      throw new AssertionError(problem);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable problem) {
      throw new AssertionError(problem);
    }

    @Override
    public void retryLater() {
      throw new AssertionError("not expected");
    }

    @Override
    public void updateAndRetryLater(Batch other) {
      throw new AssertionError("not expected");
    }

    @Override
    public void signalAlreadyCommitted() {
      throw new AssertionError("not expected");
    }
  }
}
