package org.millrace.ingestion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.ingestion.bronze.table.Lake;
import org.millrace.ingestion.outbox.Database;
import org.millrace.ingestion.outbox.ReadingPace;

/** The settings of this module, from environment variables; all problems are told together. */
record IngestionSettings(
    Path root, Path home, int port, Database database, Lake lake, Rhythm rhythm) {

  /** How often: checkpoint (and so commit), look at an idle outbox, rows per step. */
  record Rhythm(int checkpointMillis, int pollMillis, int batchRows) {}

  static IngestionSettings from(Map<String, String> environment) {
    Reading in = new Reading(environment);
    Path root = Path.of(in.text("MILLRACE_ROOT", ".")).toAbsolutePath().normalize();
    Path home = Path.of(in.text("MILLRACE_HOME", root.resolve("var").toString()));
    Database database =
        new Database(
            in.text("MILLRACE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:8402/millrace"),
            in.text("MILLRACE_DATABASE_USER", "ingestion"),
            in.text("MILLRACE_DATABASE_PASSWORD_FILE", ""));
    if (!database.url().startsWith("jdbc:postgresql:")) {
      in.problems.add(
          "MILLRACE_DATABASE_URL must start with jdbc:postgresql: but is " + database.url());
    }
    Lake lake = new Lake(absolute(in.text("MILLRACE_LAKE", home.resolve("lake").toString())));
    int port = in.number("MILLRACE_PORT", 8404, 0, 65_535);
    Rhythm rhythm =
        new Rhythm(
            in.number("MILLRACE_CHECKPOINT_MILLIS", 1000, 100, 600_000),
            in.number("MILLRACE_POLL_MILLIS", 200, 10, 60_000),
            in.number("MILLRACE_BATCH_ROWS", 1000, 1, 100_000));
    if (!in.problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", in.problems));
    }
    return new IngestionSettings(root, home, port, database, lake, rhythm);
  }

  private static String absolute(String lake) {
    return lake.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")
        ? lake
        : Path.of(lake).toAbsolutePath().normalize().toString();
  }

  Path contracts() {
    return root.resolve("transactional").resolve("contracts");
  }

  /** Where Flink keeps its checkpoints. */
  Path checkpoints() {
    return home.resolve("flink").resolve("checkpoints");
  }

  long checkpointMillis() {
    return rhythm.checkpointMillis();
  }

  ReadingPace pace() {
    return new ReadingPace(rhythm.pollMillis(), rhythm.batchRows());
  }

  private record Reading(Map<String, String> environment, List<String> problems) {

    Reading(Map<String, String> environment) {
      this(new TreeMap<>(environment), new ArrayList<>());
    }

    String text(String name, String otherwise) {
      return Optional.ofNullable(environment.get(name))
          .filter(value -> !value.isBlank())
          .orElse(otherwise);
    }

    int number(String name, int otherwise, int least, int greatest) {
      String given = text(name, Integer.toString(otherwise));
      try {
        int number = Integer.parseInt(given);
        if (number >= least && number <= greatest) {
          return number;
        }
      } catch (NumberFormatException notANumber) {
        // told below with the range
      }
      problems.add(
          name + " must be a number from " + least + " to " + greatest + " but is " + given);
      return otherwise;
    }
  }
}
