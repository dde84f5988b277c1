package org.millrace.warehouse.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.millrace.warehouse.lake.Lake;

/**
 * How far each table has been brought, in one small file beside the tables.
 *
 * <p>It is written after the tables, never before. A crash in between leaves it behind the tables,
 * and the next run does the last step again, which changes nothing.
 */
final class Progress {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NONE = "none";
  private static final String UNFILLED = "unfilled";

  private final Lake lake;
  private final Path file;
  private final Map<String, Map<String, String>> sources = new TreeMap<>();

  Progress(Lake lake) {
    this.lake = lake;
    this.file = lake.beside("_warehouse_progress.json");
    read();
  }

  /** The version of a source that a table has taken in, or -1. */
  synchronized long version(String table, String source) {
    return Long.parseLong(sources.getOrDefault(table, Map.of()).getOrDefault(source, "-1"));
  }

  /** Says that a table has taken in a source up to a version; kept by {@link #save}. */
  synchronized void reached(String table, String source, long version) {
    noted(table).put(source, Long.toString(version));
  }

  /** Forgets what was noted of a table that is not the one it was noted of. */
  synchronized boolean forgetUnless(String table, String id) {
    String noted = sources.getOrDefault(table, Map.of()).getOrDefault("id", NONE);
    if (noted.equals(id)) {
      return false;
    }
    sources.put(table, new HashMap<>(Map.of("id", id)));
    return true;
  }

  /** Forgets which source versions a table has taken in, so that it is due as a new one is. */
  synchronized void forgetSources(String table) {
    noted(table).keySet().removeIf(noted -> !noted.equals("id"));
  }

  /** Forgets what the tables have taken in of a source that was made anew. */
  synchronized void forgetSource(String source) {
    sources.values().forEach(noted -> noted.remove(source));
  }

  /** Notes that rows of a table lack values, until {@link #filled}. */
  synchronized void unfilled(String table) {
    noted(table).put(UNFILLED, "true");
  }

  synchronized boolean isUnfilled(String table) {
    return sources.getOrDefault(table, Map.of()).containsKey(UNFILLED);
  }

  synchronized void filled(String table) {
    noted(table).remove(UNFILLED);
  }

  private Map<String, String> noted(String table) {
    return sources.computeIfAbsent(table, any -> new HashMap<>());
  }

  synchronized void save() {
    Path next = file.suffix(".next");
    try (OutputStream out = files().create(next, true)) {
      out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(sources));
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot write " + next + "; is the lake writable?", failed);
    }
    try {
      FileContext.getFileContext(file.toUri(), lake.session().sparkContext().hadoopConfiguration())
          .rename(next, file, Options.Rename.OVERWRITE);
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot replace " + file, failed);
    }
  }

  /**
   * Without the checksums that Hadoop keeps beside local files: the file is replaced in one step,
   * it and its checksum are not, and a kill or a copy in between would leave it unreadable for
   * good.
   */
  private FileSystem files() {
    FileSystem files = lake.fileSystem();
    return files instanceof LocalFileSystem local ? local.getRaw() : files;
  }

  private void read() {
    try (InputStream in = files().open(file)) {
      JSON.readTree(in)
          .properties()
          .forEach(
              table -> {
                Map<String, String> versions = new HashMap<>();
                table
                    .getValue()
                    .properties()
                    .forEach(each -> versions.put(each.getKey(), each.getValue().asText()));
                sources.put(table.getKey(), versions);
              });
    } catch (FileNotFoundException first) {
      sources.clear();
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read " + file, failed);
    }
  }
}
