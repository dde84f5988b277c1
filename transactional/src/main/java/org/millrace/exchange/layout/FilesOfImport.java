package org.millrace.exchange.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.millrace.exchange.file.FileUnreadable;

/**
 * The files of one import: the one that was sent, or those of a zip archive, which are unpacked for
 * as long as the import runs. A workbook is such an archive too, and one file.
 */
public final class FilesOfImport implements AutoCloseable {
  private static final int MOST_FILES = 200;
  private static final String WORKBOOK = "[Content_Types].xml";

  private final Map<String, Path> files = new LinkedHashMap<>();
  private final boolean isUnpacked;
  private long room;

  private FilesOfImport(boolean isUnpacked, long room) {
    this.isUnpacked = isUnpacked;
    this.room = room;
  }

  /**
   * Opens what was sent.
   *
   * @param name how it is called
   * @param mostBytes how large all files may be together
   * @throws FileUnreadable when it is an archive that is damaged, or too large
   */
  public static FilesOfImport of(Path sent, String name, long mostBytes) {
    try {
      if (!isZip(sent)) {
        return alone(sent, name);
      }
      try (ZipFile zip = new ZipFile(sent.toFile())) {
        return zip.getEntry(WORKBOOK) == null ? unpacked(zip, name, mostBytes) : alone(sent, name);
      }
    } catch (ZipException e) {
      return alone(sent, name); // whoever reads it as a workbook says what is damaged
    } catch (IOException e) {
      throw new FileUnreadable(
          name + " cannot be read: " + e.getMessage() + ". Get the file again and repeat.");
    }
  }

  private static boolean isZip(Path sent) throws IOException {
    try (InputStream in = Files.newInputStream(sent)) {
      byte[] first = in.readNBytes(4);
      return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3;
    }
  }

  private static FilesOfImport alone(Path sent, String name) {
    FilesOfImport one = new FilesOfImport(false, 0);
    one.files.put(name, sent);
    return one;
  }

  private static FilesOfImport unpacked(ZipFile zip, String name, long mostBytes)
      throws IOException {
    FilesOfImport all = new FilesOfImport(true, mostBytes);
    try {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          all.unpack(zip, entry, name);
        }
      }
    } catch (IOException | RuntimeException e) {
      all.close();
      throw e;
    }
    if (all.files.isEmpty()) {
      throw new FileUnreadable(name + " is an archive without a file.");
    }
    return all;
  }

  private void unpack(ZipFile zip, ZipEntry entry, String name) throws IOException {
    String path = entry.getName();
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (files.size() >= MOST_FILES || files.containsKey(file)) {
      throw new FileUnreadable(
          "%s has more than %d files, or two that are called %s."
              .formatted(name, MOST_FILES, file));
    }
    Path aside = Files.createTempFile("millrace-import", ".file");
    files.put(file, aside);
    try (InputStream in = zip.getInputStream(entry);
        var out = Files.newOutputStream(aside)) {
      byte[] part = new byte[1 << 16];
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        room -= count;
        if (room < 0) {
          throw new FileUnreadable(
              name + " is too large when unpacked. Split it, or raise MILLRACE_IMPORT_MEGABYTES.");
        }
        out.write(part, 0, count);
      }
    }
  }

  /** The name of the file with the rows: the one that is named, else the first. */
  public String rows(Optional<String> named) {
    String first = files.keySet().iterator().next();
    return named.filter(name -> isUnpacked).orElse(first);
  }

  /** All of them by their names, in their order. */
  public Map<String, Path> all() {
    return new LinkedHashMap<>(files);
  }

  /**
   * The file of that name.
   *
   * @throws FileUnreadable when it was not sent, naming those that were
   */
  public Path named(String file) {
    Path path = files.get(file);
    if (path == null) {
      throw new FileUnreadable(
          "The file %s is missing. Sent were: %s. Send it with the others: --with %s."
              .formatted(file, String.join(", ", files.keySet()), file));
    }
    return path;
  }

  @Override
  public void close() {
    if (isUnpacked) {
      try {
        for (Path file : files.values()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
