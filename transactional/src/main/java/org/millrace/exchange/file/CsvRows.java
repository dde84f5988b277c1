package org.millrace.exchange.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.tukaani.xz.XZIOException;

/**
 * Rows of comma separated values. A byte order mark is passed over, a first line such as {@code
 * sep=;} names the delimiter, and what an export put before a text that looks like a formula is
 * taken off again.
 */
final class CsvRows implements FileRows {
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int LOOK_AHEAD = 8;
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("(?i)sep=([^\r\n\"])(\r\n|\r|\n).*", Pattern.DOTALL);
  private static final Pattern MARKED = Pattern.compile("'+[=+@\\t\\r-].*", Pattern.DOTALL);

  private final String name;
  private final Charset charset;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> rows;
  private int linesAbove;
  private long lastLine;

  CsvRows(InputStream in, String name, TableForm form) {
    this.name = name;
    this.charset = form.text().charset();
    PushbackReader text =
        new PushbackReader(
            new InputStreamReader(
                in,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            LOOK_AHEAD);
    try {
      char delimiter = delimiter(text, form.text().delimiter());
      csv =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .allowMissingFields(true)
              .allowExtraFields(true)
              .maxBufferSize(MOST_CHARACTERS)
              .ofCsvRecord(text);
    } catch (IOException e) {
      throw damaged(e);
    }
    rows = csv.iterator();
  }

  private char delimiter(PushbackReader text, char otherwise) throws IOException {
    StringBuilder start = new StringBuilder();
    for (int c = 0; start.length() < LOOK_AHEAD && c >= 0; ) {
      c = text.read();
      if (c >= 0 && (c != '\uFEFF' || start.length() > 0)) {
        start.append((char) c);
      }
    }
    Matcher line = SEPARATOR_LINE.matcher(start);
    char delimiter = otherwise;
    if (line.matches()) {
      delimiter = line.group(1).charAt(0);
      start.delete(0, line.end(2));
      linesAbove = 1;
    }
    text.unread(start.toString().toCharArray());
    return delimiter;
  }

  @Override
  public boolean endAtTheLastValue() {
    return false;
  }

  @Override
  public Optional<Row> next() {
    try {
      while (rows.hasNext()) {
        CsvRecord read = rows.next();
        lastLine = read.getStartingLineNumber() + linesAbove;
        List<String> cells = read.getFields();
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
          return Optional.of(new Row(lastLine, cells.stream().map(CsvRows::unmarked).toList()));
        }
      }
      return Optional.empty();
    } catch (UncheckedIOException e) {
      throw damaged(Objects.requireNonNull(e.getCause()));
    } catch (CsvParseException e) {
      if (e.getCause() instanceof FileUnreadable told) {
        throw told;
      }
      throw e.getCause() instanceof IOException io ? damaged(io) : tooLong(e);
    }
  }

  private static String unmarked(String cell) {
    boolean isMarked = cell.startsWith("'") && MARKED.matcher(cell).matches();
    return isMarked ? cell.substring(1) : cell;
  }

  private FileUnreadable tooLong(CsvParseException cause) {
    FileUnreadable told =
        new FileUnreadable(
            ("%s cannot be read after line %d: a row of more than %,d characters or columns beyond"
                    + " number. A quote that is not closed makes one row of many.")
                .formatted(name, lastLine, MOST_CHARACTERS));
    told.initCause(cause);
    return told;
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
}
