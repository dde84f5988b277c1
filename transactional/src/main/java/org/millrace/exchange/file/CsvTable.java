package org.millrace.exchange.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.tukaani.xz.XZIOException;

/** Comma separated values; a byte order mark is passed over. */
final class CsvTable implements Table {
  private final String name;
  private final Charset charset;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> rows;
  private final List<String> header;
  private long lastLine;

  CsvTable(InputStream in, String name, Charset charset, char delimiter) {
    this.name = name;
    this.charset = charset;
    Reader text =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(text);
    rows = csv.iterator();
    header =
        row()
            .map(row -> row.cells().stream().map(CsvTable::withoutMark).toList())
            .orElseThrow(() -> new FileUnreadable(name + " is empty: there is no header line."));
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Optional<Row> next() {
    return row();
  }

  private Optional<Row> row() {
    try {
      if (!rows.hasNext()) {
        return Optional.empty();
      }
      CsvRecord read = rows.next();
      lastLine = read.getStartingLineNumber();
      return Optional.of(new Row(lastLine, read.getFields()));
    } catch (UncheckedIOException e) {
      throw damaged(e.getCause());
    } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
      Throwable cause = e.getCause();
      throw cause instanceof IOException io ? damaged(io) : damaged(new IOException(e));
    }
  }

  private FileUnreadable damaged(IOException cause) {
    String after = name + " cannot be read after line " + lastLine + ": ";
    if (cause instanceof CharacterCodingException) {
      return new FileUnreadable(
          after
              + "bytes that are not "
              + charset
              + ". Save the file as "
              + charset
              + " or name its charset in the mapping.",
          cause);
    }
    if (cause instanceof EOFException) {
      return new FileUnreadable(
          after + "it ends too early, so it is truncated. Get the file again and repeat.", cause);
    }
    if (cause instanceof XZIOException || cause instanceof ZipException) {
      return new FileUnreadable(
          after + "the packed data is damaged. Get the file again and repeat.", cause);
    }
    return new FileUnreadable(after + cause.getMessage() + ". Correct the file and repeat.", cause);
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Closing " + name, e);
    }
  }

  private static String withoutMark(String column) {
    return (column.startsWith("\uFEFF") ? column.substring(1) : column).strip();
  }
}
