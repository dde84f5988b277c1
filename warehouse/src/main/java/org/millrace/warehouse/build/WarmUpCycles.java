package org.millrace.warehouse.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.row.RowWriter;

/**
 * Takes the examples of the event contracts through the cycle of a pace, in a lake of its own that
 * is deleted afterwards, so that the first cycle with work finds its code loaded and compiled.
 */
public final class WarmUpCycles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXAMPLE = ".example.json";
  private static final int COPIES = 30;

  private final Lake real;
  private final ExecutorService workers;
  private final Path contracts;
  private final Path folder;

  /** Plays the contracts' examples in a folder that is its own. */
  public WarmUpCycles(Lake real, ExecutorService workers, Path contracts, Path folder) {
    this.real = real;
    this.workers = workers;
    this.contracts = contracts;
    this.folder = folder;
  }

  /** Plays so many rounds, or stops at the next table once there is real work; returns how many. */
  public int run(Refresh pace, int rounds, BooleanSupplier isCalledOff) {
    delete();
    if (isCalledOff.getAsBoolean()) {
      return 0;
    }
    try {
      List<JsonNode> examples = examples();
      String root = folder.toAbsolutePath().toUri().toString().replaceFirst("/$", "");
      Lake lake = Lake.open(real.session(), real.catalog().of(pace), root);
      Builder builder = new Builder(lake, workers);
      int played = 0;
      while (played < rounds && !isCalledOff.getAsBoolean()) {
        builder.warmUp(pace, events(examples, played++), isCalledOff);
      }
      return played;
    } finally {
      delete();
    }
  }

  private List<JsonNode> examples() {
    try (Stream<Path> files = Files.walk(contracts)) {
      List<JsonNode> examples = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(EXAMPLE)).toList()) {
        examples.add(JSON.readTree(file.toFile()));
      }
      return examples;
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read the examples in " + contracts, failed);
    }
  }

  private static List<Row> events(List<JsonNode> examples, int round) {
    List<Row> events = new ArrayList<>();
    for (JsonNode example : examples) {
      for (int copy = 0; copy < COPIES; copy++) {
        events.add(
            event(example, "-" + round + "-" + copy, (long) round * 1_000_000 + events.size()));
      }
    }
    return events;
  }

  /** A copy of an example under another number. */
  private static Row event(JsonNode example, String copy, long position) {
    String aggregate = example.path("aggregateId").asText();
    String number = aggregate.substring(aggregate.lastIndexOf('/') + 1);
    return RowWriter.of("bronze.events", Bronze.COLUMNS)
        .row()
        .set("event_id", UUID.randomUUID().toString())
        .set("type", example.path("type").asText())
        .set("aggregate_version", example.path("aggregateVersion").asLong())
        .set("company", example.path("company").asText())
        .set("occurred_at", Instant.parse(example.path("occurredAt").asText()))
        .set("recorded_at", Instant.parse(example.path("recordedAt").asText()))
        .set(
            "payload",
            example.path("payload").toString().replace(quoted(number), quoted(number + copy)))
        .set("position", position)
        .done();
  }

  private static String quoted(String number) {
    return '"' + number + '"';
  }

  private void delete() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot delete " + folder, failed);
    }
  }
}
