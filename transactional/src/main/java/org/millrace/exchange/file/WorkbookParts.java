package org.millrace.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts in the zip of a workbook; all that is read of them counts as unpacked bytes. */
final class WorkbookParts implements AutoCloseable {
  private static final long LARGEST_PACKED = 200L << 20;
  private static final long LONGEST_DIRECTORY = 1L << 20;
  private static final int TAIL = 22 + 65_535;
  private static final int SIZE_OF_DIRECTORY = 12;

  private final String name;
  private final ZipFile zip;
  private final long mostBytes;

  /** A relationship of a part: what kind of part it leads to, and where. */
  record Link(String type, String target) {}

  WorkbookParts(Path file, String name, long mostBytes) throws IOException {
    this.name = name;
    this.mostBytes = mostBytes;
    if (Files.size(file) > LARGEST_PACKED || directory(file) > LONGEST_DIRECTORY) {
      throw new FileUnreadable(
          "%s is larger than %,d bytes or holds too many parts. Save it as CSV and repeat."
              .formatted(name, LARGEST_PACKED));
    }
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException e) {
      throw new FileUnreadable(
          name + " cannot be opened as a workbook. Save it again as .xlsx and repeat.", e);
    }
  }

  /** The directory is read into memory at once, so its size is asked first. */
  private static long directory(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(TAIL, bytes.length())];
      bytes.seek(bytes.length() - tail.length);
      bytes.readFully(tail);
      long size = 0;
      for (int i = 0; i + 22 <= tail.length; i++) {
        if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
          long here = 0;
          for (int at = 3; at >= 0; at--) {
            here = here << 8 | tail[i + SIZE_OF_DIRECTORY + at] & 0xFF;
          }
          size = Math.max(size, here);
        }
      }
      return size;
    }
  }

  /** The part at that path, if there is one. */
  Optional<XmlPart> part(String path) {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      InputStream in = new BoundedInput(zip.getInputStream(entry), name, mostBytes);
      return Optional.of(new XmlPart(in, name + ": " + path));
    } catch (IOException e) {
      throw new FileUnreadable(
          name + " is a damaged workbook at " + path + ". Save it again and repeat.", e);
    }
  }

  /** The relationships of a part by id, with targets as paths from the root of the zip. */
  Map<String, Link> links(String of) {
    int slash = of.lastIndexOf('/') + 1;
    String folder = of.substring(0, slash);
    Map<String, Link> links = new HashMap<>();
    part(folder + "_rels/" + of.substring(slash) + ".rels")
        .ifPresent(
            xml -> {
              try (xml) {
                while (xml.nextStart("Relationship")) {
                  String target = xml.attribute("Target").orElse("");
                  String path = target.startsWith("/") ? target.substring(1) : folder + target;
                  String type = xml.attribute("Type").orElse("");
                  links.put(xml.attribute("Id").orElse(""), new Link(type, path));
                }
              }
            });
    return links;
  }

  /** Where the first relationship of a kind leads. */
  static Optional<String> target(Map<String, Link> links, String kind) {
    return links.values().stream()
        .filter(link -> link.type().endsWith("/" + kind))
        .map(Link::target)
        .findFirst();
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Closing " + name, e);
    }
  }
}
