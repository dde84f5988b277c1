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
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A CSV file of series, long or wide, plain or gzip; read whole or refused with all problems. */
final class SeriesFile {

  /** Takes rows in and gives the series out. */
  interface Layout {

    void row(long line, List<String> cells);

    List<NamedSeries> series();
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
    String first = reader.readLine();
    if (first == null || first.replace(BYTE_ORDER_MARK, "").isBlank()) {
      throw new FileRefused(file + " is empty; it begins with a header such as series,t,value");
    }
    char separator = CsvLine.separator(first);
    Header header = new Header(file, CsvLine.cells(first.replace(BYTE_ORDER_MARK, ""), separator));
    header.checkNames();
    Layout layout = header.isLong() ? new LongLayout(header, cycle) : new WideLayout(header, cycle);
    List<String> problems = new ArrayList<>();
    long line = 1;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      long began = line;
      StringBuilder row = new StringBuilder(text);
      while (CsvLine.isOpen(row.toString())) {
        String more = reader.readLine();
        if (more == null) {
          throw new FileRefused(file + " line " + began + ": a quote is opened and never closed");
        }
        line++;
        row.append(' ').append(more);
      }
      addRow(layout, began, CsvLine.cells(row.toString(), separator), problems);
    }
    if (!problems.isEmpty()) {
      throw FileRefused.of(problems);
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
}
