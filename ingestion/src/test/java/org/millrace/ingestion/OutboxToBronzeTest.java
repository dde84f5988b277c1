package org.millrace.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.ingestion.TestingOutbox.Draft;
import org.millrace.ingestion.bronze.Gap;
import org.millrace.ingestion.bronze.table.BronzeTable;

/** The whole way with a real PostgreSQL and the job as a process of its own. */
@Tag("slow")
class OutboxToBronzeTest {

  @TempDir Path home;

  private TestingPostgres postgres;
  private String database;
  private String url;

  @BeforeEach
  void makeAnEmptyOutbox(TestInfo test) throws Exception {
    postgres = TestingPostgres.shared();
    database = test.getTestMethod().orElseThrow().getName().toLowerCase(java.util.Locale.ROOT);
    url = postgres.newDatabase(database);
  }

  private TestingJob job() throws Exception {
    return new TestingJob(home, url, postgres.passwordFile());
  }

  private TestingOutbox outbox() throws Exception {
    return new TestingOutbox(postgres.connect(database));
  }

  private TestingLake lake(TestingJob job) {
    return new TestingLake(job.settings().lake());
  }

  @Test
  void everyEventArrivesOnceThroughDuplicatesDisorderAndTwoKills() throws Exception {
    List<Draft> drafts = new ArrayList<>(IntStream.range(0, 10_000).mapToObj(Draft::good).toList());
    drafts.set(1000, drafts.get(1000).withPayload("{\"cut off"));
    drafts.set(3000, drafts.get(3000).withPayload("[]"));
    drafts.set(5000, drafts.get(5000).withPayload("{}"));
    drafts.set(7000, drafts.get(7000).withType("nowhere.thing-happened", 1));
    drafts.set(9000, drafts.get(9000).withType(drafts.get(9000).type(), 99));
    Random random = new Random(42);
    for (int i = 0; i < 100; i++) {
      Collections.swap(drafts, random.nextInt(10_000), random.nextInt(10_000));
    }
    for (int i = 0; i < 100; i++) {
      drafts.add(random.nextInt(drafts.size()), drafts.get(random.nextInt(10_000)));
    }
    try (TestingJob job = job().start();
        TestingOutbox outbox = outbox()) {
      outbox.execute("alter table outbox.event drop constraint event_event_id_key");
      outbox.execute(
          "alter table outbox.event drop constraint event_aggregate_id_aggregate_version_key");
      job.awaitStatus("up");
      for (int from = 0; from < drafts.size(); from += 101) {
        outbox.write(drafts.subList(from, Math.min(from + 101, drafts.size())).stream());
        if (from / 101 == 30 || from / 101 == 70) {
          awaitEvents(job);
          job.kill();
          job.start();
        }
      }
      outbox.awaitBronze();
      List<String> events = lake(job).column(BronzeTable.EVENTS, "event_id");
      assertThat(events).hasSize(9_995).doesNotHaveDuplicates();
      assertThat(lake(job).column(BronzeTable.REJECTS, "reason"))
          .hasSize(5)
          .anyMatch(reason -> reason.startsWith("Payload is not JSON"))
          .anyMatch(reason -> reason.startsWith("Payload is not a JSON object"))
          .anyMatch(reason -> reason.startsWith("Breaks its contract"))
          .contains("No contract for nowhere.thing-happened version 1");
    }
  }

  private static void awaitEvents(TestingJob job) throws Exception {
    Until.within(
        Duration.ofSeconds(240),
        "some events in bronze",
        () -> job.health().path("eventsWritten").asLong() > 0);
  }

  @Test
  void nothingIsSkippedBehindTransactionsThatAreHeldOrRolledBack() throws Exception {
    try (TestingJob job = job().with("MILLRACE_BATCH_ROWS", "50").start();
        TestingOutbox outbox = outbox()) {
      ExecutorService writers = Executors.newFixedThreadPool(4);
      List<Future<List<UUID>>> written = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        int first = 1_000_000 * (writer + 1);
        written.add(writers.submit(() -> writeInTransactions(first)));
      }
      List<String> committed = new ArrayList<>();
      for (Future<List<UUID>> ids : written) {
        ids.get().forEach(id -> committed.add(id.toString()));
      }
      writers.shutdown();
      outbox.awaitBronze();
      assertThat(lake(job).column(BronzeTable.EVENTS, "event_id"))
          .containsExactlyInAnyOrderElementsOf(committed);
    }
  }

  /** Transactions of one to ten events; one in four is rolled back, one in ten is held a while. */
  private List<UUID> writeInTransactions(int first) throws Exception {
    Random random = new Random(first);
    List<UUID> committed = new ArrayList<>();
    try (Connection connection = postgres.connect(database);
        TestingOutbox outbox = new TestingOutbox(connection)) {
      connection.setAutoCommit(false);
      int next = first;
      for (int round = 0; round < 150; round++) {
        int size = 1 + random.nextInt(10);
        List<Draft> drafts = IntStream.range(next, next + size).mapToObj(Draft::good).toList();
        next += size;
        outbox.write(drafts.stream());
        if (random.nextInt(10) == 0) {
          outbox.execute("select pg_sleep(0.3)");
        }
        if (random.nextInt(4) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          drafts.forEach(draft -> committed.add(draft.id()));
        }
      }
    }
    return committed;
  }

  @Test
  void aLongTransactionElsewhereDoesNotHoldTheStream() throws Exception {
    try (TestingJob job = job().start();
        Connection other = postgres.connect(database);
        TestingOutbox elsewhere = new TestingOutbox(other);
        TestingOutbox outbox = outbox()) {
      other.setAutoCommit(false);
      elsewhere.execute("create table public.long_work (n int)");
      outbox.write(IntStream.range(0, 100).mapToObj(Draft::good));
      outbox.awaitBronze();
      assertThat(lake(job).column(BronzeTable.EVENTS, "event_id")).hasSize(100);
      other.rollback();
    }
  }

  @Test
  void goesOnAfterPostgresWasStoppedAndStarted() throws Exception {
    try (TestingJob job = job().start()) {
      try (TestingOutbox outbox = outbox()) {
        outbox.write(IntStream.range(0, 500).mapToObj(Draft::good));
        outbox.awaitBronze();
      }
      postgres.stop();
      job.awaitDetail("start it with ./millrace up");
      assertThat(job.health().path("status").asText()).isEqualTo("down");
      postgres.start();
      try (TestingOutbox outbox = outbox()) {
        outbox.write(IntStream.range(500, 1000).mapToObj(Draft::good));
        outbox.awaitBronze();
      }
      job.awaitStatus("up");
      assertThat(lake(job).column(BronzeTable.EVENTS, "event_id"))
          .hasSize(1000)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void tellsOfAWrongPasswordAndGoesOnWhenItIsMended() throws Exception {
    Path password = Files.writeString(home.resolve("password"), "wrong");
    try (TestingJob job = new TestingJob(home, url, password).start();
        TestingOutbox outbox = outbox()) {
      outbox.write(IntStream.range(0, 10).mapToObj(Draft::good));
      job.awaitDetail("put the right password into " + password);
      Files.writeString(password, "right");
      job.awaitStatus("up");
      outbox.awaitBronze();
      assertThat(lake(job).column(BronzeTable.EVENTS, "event_id")).hasSize(10);
    }
  }

  @Test
  void tellsOfAReadOnlyLakeAndLosesNothing() throws Exception {
    try (TestingJob job = job().boundByPermissions().start();
        TestingOutbox outbox = outbox()) {
      outbox.write(IntStream.range(0, 100).mapToObj(Draft::good));
      outbox.awaitBronze();
      Path lake = home.resolve("lake");
      setWritable(lake, false);
      outbox.write(IntStream.range(100, 200).mapToObj(Draft::good));
      job.awaitDetail("make it writable");
      setWritable(lake, true);
      outbox.awaitBronze();
      job.awaitStatus("up");
      assertThat(lake(job).column(BronzeTable.EVENTS, "event_id"))
          .hasSize(200)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void tellsOfAFullDiskAndLosesNothing() throws Exception {
    try (TestingJob job = job().start();
        TestingOutbox outbox = outbox()) {
      for (int round = 0; round < 3; round++) {
        outbox.write(IntStream.range(200 * round, 200 * round + 100).mapToObj(Draft::good));
        outbox.awaitBronze();
        job.limitFilesTo("0");
        outbox.write(IntStream.range(200 * round + 100, 200 * round + 200).mapToObj(Draft::good));
        job.awaitDetail("free some space; ingestion goes on by itself");
        assertThat(job.health().path("status").asText()).isEqualTo("down");
        job.limitFilesTo("unlimited");
        outbox.awaitBronze();
        job.awaitStatus("up");
      }
      assertThat(lake(job).column(BronzeTable.EVENTS, "event_id"))
          .hasSize(600)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aFatalErrorOfTheMachineEndsTheProcessSoThatItIsStartedAgain() throws Exception {
    Path flag = home.resolve("broken");
    try (TestingJob job =
            job()
                .with("MILLRACE_LAKE", "breaking:" + home.resolve("lake"))
                .with(BreakingDisk.FLAG, flag.toString())
                .start();
        TestingOutbox outbox = outbox()) {
      outbox.write(IntStream.range(0, 100).mapToObj(Draft::good));
      outbox.awaitBronze();
      Files.createFile(flag);
      outbox.write(IntStream.range(100, 200).mapToObj(Draft::good));
      assertThat(job.awaitEnd()).isNotZero();
      assertThat(job.log()).contains("a page of the file could not be reached");
      Files.delete(flag);
      job.start();
      outbox.awaitBronze();
      assertThat(lake(job).column(BronzeTable.EVENTS, "event_id"))
          .hasSize(200)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aCommitThatIsDeletedFromTheLogIsReadAgain() throws Exception {
    try (TestingJob job = job().start();
        TestingOutbox outbox = outbox()) {
      outbox.write(IntStream.range(0, 100).mapToObj(Draft::good));
      outbox.awaitBronze();
      outbox.write(IntStream.range(100, 120).mapToObj(Draft::good));
      outbox.awaitBronze();
      Files.delete(newestEntry());
      outbox.write(IntStream.range(120, 140).mapToObj(Draft::good));
      assertThat(job.awaitEnd()).isEqualTo(IngestionJob.WORKER_LOST);
      assertThat(job.log()).contains("has lost version");
      job.start();
      outbox.awaitBronze();
      assertThat(lake(job).column(BronzeTable.EVENTS, "event_id"))
          .hasSize(140)
          .doesNotHaveDuplicates();
      assertThat(VerifyBronze.verify(job.settings())).isEmpty();
    }
  }

  @Test
  void namesWhatBronzeLacksAndReadsItAgain() throws Exception {
    try (TestingJob job = job().start();
        TestingOutbox outbox = outbox()) {
      outbox.write(IntStream.range(0, 100).mapToObj(Draft::good));
      outbox.awaitBronze();
      outbox.write(IntStream.range(100, 120).mapToObj(Draft::good));
      outbox.awaitBronze();
      job.kill();
      Path newest = newestEntry();
      List<String> actions = Files.readAllLines(newest);
      Files.write(newest, actions.stream().filter(line -> !line.startsWith("{\"add\"")).toList());
      Files.deleteIfExists(newest.resolveSibling(checksum(newest)));
      job.start();
      outbox.write(Stream.of(Draft.good(120)));
      outbox.awaitBronze();

      JobHealth health = new JobHealth(java.time.Clock.systemUTC());
      new BronzeCheck(job.settings(), health).look();
      assertThat(health.missing()).isEqualTo(20);
      health.beat();
      assertThat(health.reading().detail())
          .startsWith("bronze lacks events of the outbox: ")
          .endsWith("; ./millrace repair reads them again");
      List<Gap> missing = VerifyBronze.verify(job.settings());
      assertThat(missing.stream().mapToLong(Gap::missing).sum()).isEqualTo(20);
      assertThat(outbox.number("select sum(missing) from outbox.reconciliation")).isEqualTo(20);

      assertThat(VerifyBronze.repair(job.settings())).isEqualTo(missing);
      assertThat(VerifyBronze.verify(job.settings())).isEmpty();
      outbox.write(Stream.of(Draft.good(121)));
      outbox.awaitBronze();
      assertThat(lake(job).column(BronzeTable.EVENTS, "event_id"))
          .hasSize(122)
          .doesNotHaveDuplicates();
    }
  }

  private static String checksum(Path entry) {
    return entry.getFileName().toString().replace(".json", ".crc");
  }

  private Path newestEntry() throws Exception {
    try (Stream<Path> found = Files.list(home.resolve("lake/bronze/events/_delta_log"))) {
      return found
          .filter(path -> path.getFileName().toString().matches("\\d{20}\\.json"))
          .max(java.util.Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  private static void setWritable(Path folder, boolean writable) throws Exception {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.filter(Files::isDirectory).toList()) {
        assertThat(path.toFile().setWritable(writable)).isTrue();
      }
    }
  }

  @Test
  void replaysRejectsOnceAfterTheContractIsMended() throws Exception {
    Path root = Files.createDirectories(home.resolve("root"));
    Path contracts = Files.createDirectories(root.resolve("transactional/contracts/nowhere"));
    Path contract = contracts.resolve("thing-happened.v1.schema.json");
    Files.writeString(contract, "{\"type\":\"object\",\"required\":[\"name\"]}");
    try (TestingJob job = job().with("MILLRACE_ROOT", root.toString()).start();
        TestingOutbox outbox = outbox()) {
      outbox.write(
          IntStream.range(0, 10)
              .mapToObj(Draft::good)
              .map(draft -> draft.withType("nowhere.thing-happened", 1))
              .map(draft -> draft.withPayload("{\"other\":" + draft.number() + "}")));
      outbox.awaitBronze();
      assertThat(lake(job).column(BronzeTable.REJECTS, "event_id")).hasSize(10);
      assertThat(ReplayRejects.run(job.settings()).stillRejected()).isEqualTo(10);
      Files.writeString(contract, "{\"type\":\"object\"}");
      assertThat(ReplayRejects.run(job.settings()).added()).isEqualTo(10);
      assertThat(ReplayRejects.run(job.settings()).alreadyThere()).isEqualTo(10);
      assertThat(lake(job).column(BronzeTable.EVENTS, "event_id"))
          .hasSize(10)
          .doesNotHaveDuplicates();
    }
  }
}
