package org.millrace.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes events into an outbox as the core would, with payloads from the contracts' examples. */
final class TestingOutbox implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<JsonNode> EXAMPLES = examples();
  private static final String INSERT =
      """
      insert into outbox.event (event_id, type, schema_version, domain, aggregate_id,
        aggregate_version, company, occurred_at, actor, correlation_id, causation_id, payload)
      values (?::uuid, ?, ?, ?, ?, ?, 'TEST', ?, 'tester', 'test', null, ?)
      """;

  private final Connection connection;

  TestingOutbox(Connection connection) {
    this.connection = connection;
  }

  /** One event to write; which example it takes goes round with its number. */
  record Draft(UUID id, int number, String type, int version, String payload) {

    static Draft good(int number) {
      JsonNode example = EXAMPLES.get(number % EXAMPLES.size());
      return new Draft(
          new UUID(0x7000L, number),
          number,
          example.path("type").asText(),
          1,
          example.path("payload").toString());
    }

    Draft withPayload(String other) {
      return new Draft(id, number, type, version, other);
    }

    Draft withType(String other, int otherVersion) {
      return new Draft(id, number, other, otherVersion, payload);
    }
  }

  private static List<JsonNode> examples() {
    Path contracts = TestingPostgres.ROOT.resolve("transactional/contracts");
    try (Stream<Path> files = Files.walk(contracts, 2)) {
      return files
          .filter(file -> file.toString().endsWith(".v1.example.json"))
          .sorted()
          .limit(8)
          .map(TestingOutbox::json)
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  void write(Stream<Draft> drafts) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Draft draft : drafts.toList()) {
        insert.setString(1, draft.id().toString());
        insert.setString(2, draft.type());
        insert.setInt(3, draft.version());
        insert.setString(4, draft.type().substring(0, draft.type().indexOf('.')));
        insert.setString(5, "aggregate-" + draft.number() % 997);
        insert.setLong(6, draft.number());
        insert.setTimestamp(7, Timestamp.from(Instant.parse("2026-01-02T03:04:05Z")));
        insert.setString(8, draft.payload());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Waits until all that is recorded now is said to be in bronze. */
  void awaitBronze() throws Exception {
    Timestamp now = one("select clock_timestamp()");
    Until.within(
        Duration.ofSeconds(240),
        "bronze complete to " + now,
        () -> {
          Timestamp to = one("select max(complete_to) from outbox.progress");
          return to != null && to.after(now);
        });
  }

  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private Timestamp one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getTimestamp(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
