package org.millrace.dashboards.superset.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.millrace.dashboards.superset.server.Kind;

/** Objects that build on each other, in that order: database, datasets, charts, dashboards. */
public record Bundle(List<Asset> assets, MartDatabase database) {
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  public Bundle {
    assets = List.copyOf(assets);
  }

  /** The objects of one kind. */
  public List<Asset> of(Kind kind) {
    return assets.stream().filter(a -> a.kind() == kind).toList();
  }

  /** The same with only these objects; the others must be on the server already. */
  public Bundle only(List<Asset> some) {
    return new Bundle(some, database);
  }

  /** The passwords that an import of this bundle needs, by file. */
  public Map<String, String> passwords() {
    Map<String, String> passwords = new TreeMap<>();
    of(Kind.DATABASE).forEach(a -> passwords.put(a.file(), database.password()));
    return passwords;
  }

  /** The ZIP that Superset imports; the same objects give the same bytes. */
  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      Map<String, String> files = new TreeMap<>();
      files.put("metadata.yaml", "version: 1.0.0\ntype: assets\n");
      assets.forEach(a -> files.put(a.file(), a.text()));
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry("millrace/" + file.getKey());
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot pack a bundle in memory", e);
    }
    return bytes.toByteArray();
  }
}
