package org.millrace.warehouse.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The commits of one Delta table, read straight from its log, so that asking what changed costs a
 * few small files and no Spark job.
 */
public final class TableLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileSystem files;
  private final Path table;
  private final Path log;
  private long known = -1;

  TableLog(FileSystem files, Path table) {
    this.files = files;
    this.table = table;
    this.log = new Path(table, "_delta_log");
  }

  /** The newest version, or -1 where there is no table. */
  public synchronized long latest() {
    try {
      if (known < 0) {
        known = newestListed();
      }
      while (known >= 0 && files.exists(commit(known + 1))) {
        known++;
      }
      return known;
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot list " + log, failed);
    }
  }

  /** Forgets what was listed; for a table that was deleted and made anew. */
  public synchronized void forget() {
    known = -1;
  }

  /** The id that the table got when it was made, if its first commit is still there. */
  public Optional<String> id() {
    try {
      return actions(0).stream()
          .filter(action -> action.has("metaData"))
          .map(action -> action.get("metaData").get("id").asText())
          .findFirst();
    } catch (FileNotFoundException gone) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read the first commit of " + table, failed);
    }
  }

  /** What the commits after one version up to another did; empty when the log has lost some. */
  public Optional<Changes> between(long after, long upTo) {
    List<AddedFile> added = new ArrayList<>();
    Set<Map<String, String>> partitions = new HashSet<>();
    try {
      for (long version = after + 1; version <= upTo; version++) {
        for (JsonNode action : actions(version)) {
          collect(action, added, partitions);
        }
      }
    } catch (FileNotFoundException gone) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read the log of " + table, failed);
    }
    return Optional.of(new Changes(added, partitions));
  }

  private void collect(JsonNode action, List<AddedFile> added, Set<Map<String, String>> partitions)
      throws IOException {
    if (action.has("add") && action.get("add").path("dataChange").asBoolean()) {
      JsonNode add = action.get("add");
      Map<String, String> partition = partition(add);
      partitions.add(partition);
      added.add(
          new AddedFile(
              full(add.get("path").asText()),
              partition,
              rows(add),
              add.path("size").asLong(),
              add.path("modificationTime").asLong()));
    } else if (action.has("remove") && action.get("remove").path("dataChange").asBoolean()) {
      partitions.add(partition(action.get("remove")));
    }
  }

  private String full(String path) {
    Path inside = new Path(URI.create(path));
    return (inside.isAbsolute() ? inside : new Path(table, inside)).toString();
  }

  private static long rows(JsonNode add) throws IOException {
    String stats = add.path("stats").asText("");
    return stats.isEmpty() ? 0 : JSON.readTree(stats).path("numRecords").asLong();
  }

  private static Map<String, String> partition(JsonNode action) {
    Map<String, String> values = new HashMap<>();
    action
        .path("partitionValues")
        .properties()
        .forEach(field -> values.put(field.getKey(), field.getValue().asText()));
    return values;
  }

  private List<JsonNode> actions(long version) throws IOException {
    List<JsonNode> actions = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(files.open(commit(version)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          actions.add(JSON.readTree(line));
        }
      }
    }
    return actions;
  }

  private long newestListed() throws IOException {
    if (!files.exists(log)) {
      return -1;
    }
    long newest = -1;
    for (FileStatus status : files.listStatus(log)) {
      String name = status.getPath().getName();
      if (name.matches("\\d{20}\\.json")) {
        newest = Math.max(newest, Long.parseLong(name.substring(0, 20)));
      }
    }
    return newest;
  }

  private Path commit(long version) {
    return new Path(log, String.format("%020d.json", version));
  }
}
