package org.millrace.analytics.forecast.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A CSV file of series, long or wide, plain or .gz; read whole or refused with all problems. */
final class SeriesFile {

  /** Takes rows in and gives the series out. */
  interface Layout {

    void row(long line, List<String> cells);

    List<NamedSeries> series();
  }

  private SeriesFile() {}

  static List<NamedSeries> read(Path file, Options.Cycle cycle) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return read(file, reader, cycle);
    } catch (NoSuchFileException e) {
      throw new FileRefused("There is no file " + file);
    }
  }

  private static List<NamedSeries> read(Path file, BufferedReader reader, Options.Cycle cycle)
      throws IOException {
    String first = reader.readLine();
    if (first == null) {
      throw new FileRefused(file + " is empty; it begins with a header such as series,t,value");
    }
    Header header = new Header(file, CsvLine.cells(first.replace("\uFEFF", "")));
    Layout layout = header.isLong() ? new LongLayout(header, cycle) : new WideLayout(header, cycle);
    List<String> problems = new ArrayList<>();
    long line = 1;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (!text.isBlank()) {
        try {
          layout.row(line, CsvLine.cells(text));
        } catch (FileRefused e) {
          problems.add(e.getMessage());
        }
      }
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
}
