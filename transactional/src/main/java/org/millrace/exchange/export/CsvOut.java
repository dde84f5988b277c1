package org.millrace.exchange.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The one way in which the core writes comma separated values. A text that a spreadsheet would run
 * as a formula has an apostrophe before it, which an import takes off again; docs/csv-cells.txt has
 * the cases for all modules.
 */
final class CsvOut implements RowsOut {
  private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r-].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-\\d+([.,]\\d+)*([eE][+-]?\\d+)?");

  private final CsvWriter csv;

  CsvOut(OutputStream out, Charset charset, char delimiter) {
    csv =
        CsvWriter.builder()
            .fieldSeparator(delimiter)
            .build(
                new OutputStreamWriter(
                    out,
                    charset
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }

  @Override
  public void line(List<?> values) {
    csv.writeRecord(values.stream().map(CsvOut::cell).toArray(String[]::new));
  }

  static String cell(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Number) {
      return value.toString();
    }
    String text = value == null ? "" : value.toString();
    boolean isFormula = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
    return isFormula ? "'" + text : text;
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The reader of the export went away", e);
    }
  }
}
