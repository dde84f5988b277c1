package org.millrace.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook: numbers are numbers, days are days, and all else is text, whatever it begins with.
 * Beyond the rows that a sheet can have, another one begins.
 */
final class XlsxOut implements RowsOut {
  private static final int MOST_ROWS = 1_048_576;
  private static final int LONGEST_TEXT = 32_767;
  private static final int MOST_DIGITS = 15;
  private static final int FLUSHED = 500;
  private static final String DAY = "yyyy-mm-dd";

  private final Workbook book;
  private List<?> header = List.of();
  private Worksheet sheet;
  private int sheets = 1;
  private int row;

  XlsxOut(OutputStream out) {
    book = new Workbook(out, "Millrace", null);
    sheet = book.newWorksheet("1");
  }

  @Override
  public void line(List<?> values) {
    try {
      if (header.isEmpty()) {
        header = List.copyOf(values);
        begin();
        return;
      }
      if (row == MOST_ROWS) {
        sheet.finish();
        sheet = book.newWorksheet(Integer.toString(++sheets));
        begin();
      }
      for (int at = 0; at < values.size(); at++) {
        cell(at, values.get(at));
      }
      row++;
      if (row % FLUSHED == 0) {
        sheet.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The reader of the export went away", e);
    }
  }

  private void begin() {
    for (int at = 0; at < header.size(); at++) {
      sheet.value(0, at, header.get(at).toString());
      sheet.style(0, at).bold().set();
    }
    sheet.freezePane(0, 1);
    row = 1;
  }

  private void cell(int at, Object value) {
    if (value instanceof BigDecimal number && number.precision() <= MOST_DIGITS) {
      sheet.value(row, at, number);
    } else if (value instanceof BigDecimal number) {
      sheet.value(row, at, number.toPlainString());
    } else if (value instanceof Number number) {
      sheet.value(row, at, number);
    } else if (value instanceof Boolean truth) {
      sheet.value(row, at, truth);
    } else if (value instanceof LocalDate day) {
      sheet.value(row, at, day);
      sheet.style(row, at).format(DAY).set();
    } else if (value != null) {
      String text = value.toString();
      sheet.value(row, at, text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    }
  }

  @Override
  public void close() {
    try {
      book.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The reader of the export went away", e);
    }
  }
}
