package org.millrace.analytics.forecast.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A CSV file of series, long or wide, plain or gzip; read whole or refused with all problems. */
final class SeriesFile {

  /** Takes rows in and gives the series out. */
  interface Layout {

    void row(long line, List<String> cells);

    List<NamedSeries> series();

    /** What to say when rows do not read in this layout. */
    default Optional<String> advice() {
      return Optional.empty();
    }
  }

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SeriesFile() {}

  static List<NamedSeries> read(Path file, Options.Cycle cycle) {
    if (Files.isDirectory(file)) {
      throw new FileRefused("--in " + file + " is a folder. Name a CSV file in it");
    }
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        InputStream plain = unpacked(file, bytes);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()))) {
      return read(file, reader, cycle);
    } catch (NoSuchFileException e) {
      throw new FileRefused(
          "There is no file " + file + ". Check its name; for standard input name /dev/stdin");
    } catch (AccessDeniedException e) {
      throw new FileRefused("--in " + file + " may not be read by you. Change its rights");
    } catch (CharacterCodingException e) {
      throw new FileRefused(file + " is not UTF-8 text; save it as CSV in UTF-8");
    } catch (EOFException | ZipException e) {
      throw new FileRefused(file + " is not whole: its compressed data end early or are damaged");
    } catch (IOException e) {
      throw new FileRefused("--in " + file + " cannot be read: " + e.getMessage());
    }
  }

  /** The text itself, whatever the file's name says. */
  private static InputStream unpacked(Path file, InputStream bytes) throws IOException {
    bytes.mark(2);
    int first = bytes.read();
    int second = bytes.read();
    bytes.reset();
    if (first == 0x1F && second == 0x8B) {
      return new GZIPInputStream(bytes);
    }
    if (first == 0xFD && second == '7' || first == 'P' && second == 'K') {
      throw new FileRefused(
          file + " is an xz or zip archive; unpack it first. Plain text and .gz are read");
    }
    return bytes;
  }

  private static List<NamedSeries> read(Path file, BufferedReader reader, Options.Cycle cycle)
      throws IOException {
    Rows rows = new Rows(file, reader);
    List<String> names = rows.next();
    if (names.stream().allMatch(String::isBlank)) {
      throw new FileRefused(file + " is empty; it begins with a header such as series,t,value");
    }
    Header header = new Header(file, names);
    header.checkNames();
    Layout layout =
        Columns.found(header.names(), cycle)
            .<Layout>map(columns -> new LongLayout(header, columns, cycle))
            .orElseGet(() -> new WideLayout(header, cycle));
    List<String> problems = new ArrayList<>();
    while (rows.hasNext()) {
      addRow(layout, rows.line, rows.next(), problems);
    }
    if (!problems.isEmpty()) {
      throw FileRefused.of(problems, layout.advice());
    }
    List<NamedSeries> series = layout.series();
    if (series.isEmpty()) {
      throw new FileRefused(file + " holds a header and no series");
    }
    return series;
  }

  private static void addRow(Layout layout, long line, List<String> cells, List<String> problems) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    try {
      layout.row(line, cells);
    } catch (FileRefused e) {
      problems.add(e.getMessage());
    }
  }

  /** The rows of a file; a quoted cell may go on in the next line. */
  private static final class Rows {

    private final Path file;
    private final BufferedReader reader;
    private final char separator;
    private String ahead;
    private long line = 1;

    Rows(Path file, BufferedReader reader) throws IOException {
      this.file = file;
      this.reader = reader;
      String first = reader.readLine();
      this.ahead = first == null ? "" : first.replace(BYTE_ORDER_MARK, "");
      this.separator = CsvLine.separator(ahead);
    }

    boolean hasNext() {
      return ahead != null;
    }

    /** The cells of the row that begins in the current line. */
    List<String> next() throws IOException {
      long began = line;
      StringBuilder row = new StringBuilder(ahead);
      advance();
      while (CsvLine.isOpen(row.toString(), separator)) {
        if (ahead == null) {
          throw new FileRefused(
              "%s line %d: a quote is opened and never closed; close it".formatted(file, began));
        }
        row.append(' ').append(ahead);
        advance();
      }
      return CsvLine.cells(row.toString(), separator);
    }

    private void advance() throws IOException {
      ahead = reader.readLine();
      line++;
    }
  }
}
