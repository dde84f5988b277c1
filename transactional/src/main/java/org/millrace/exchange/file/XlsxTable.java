package org.millrace.exchange.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.millrace.shared.Decimals;
import org.millrace.shared.Refused;

/** The first sheet of a workbook; dates come as {@code 2011-08-31 10:05:00}. */
final class XlsxTable implements Table {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final String name;
  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final List<String> header;
  private long lastLine;

  XlsxTable(Path file, String name) throws IOException {
    this.name = name;
    workbook = opened(file, name);
    stream = workbook.getFirstSheet().openStream();
    rows = stream.iterator();
    header =
        next()
            .map(row -> row.cells().stream().map(String::strip).toList())
            .orElseThrow(() -> new FileUnreadable(name + " is empty: there is no header line."));
  }

  private static ReadableWorkbook opened(Path file, String name) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
    } catch (ExcelReaderException e) {
      throw new FileUnreadable(
          name + " cannot be opened as a workbook. Save it again as .xlsx and repeat.", e);
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Optional<Row> next() {
    try {
      while (rows.hasNext()) {
        org.dhatim.fastexcel.reader.Row read = rows.next();
        lastLine = read.getRowNum();
        List<String> cells = cells(read);
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          return Optional.of(new Row(lastLine, cells));
        }
      }
      return Optional.empty();
    } catch (ExcelReaderException | UncheckedIOException e) {
      throw new FileUnreadable(
          name
              + " cannot be read after row "
              + lastLine
              + ": the workbook is damaged. Save it again and repeat.",
          e);
    }
  }

  private List<String> cells(org.dhatim.fastexcel.reader.Row read) {
    int columns =
        header == null ? read.getCellCount() : Math.max(header.size(), read.getCellCount());
    List<String> cells = new ArrayList<>(columns);
    for (int i = 0; i < columns; i++) {
      cells.add(read.getOptionalCell(i).map(XlsxTable::text).orElse(""));
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText();
    }
    if (isDate(cell.getDataFormatString())) {
      return cell.asDate().format(WRITTEN);
    }
    return plain(cell);
  }

  /** The number without exponent; one that is beyond all numbers stays as it stands there. */
  private static String plain(Cell cell) {
    try {
      return Decimals.within("cell", cell.asNumber()).toPlainString();
    } catch (Refused e) {
      return cell.getRawValue();
    }
  }

  /** A number format of a date names days, hours or the like outside brackets and quotes. */
  private static boolean isDate(String format) {
    return format != null
        && format.replaceAll("\\[[^]]*]|\"[^\"]*\"", "").matches("(?i).*[ymdhs].*");
  }

  @Override
  public void close() {
    try {
      stream.close();
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Closing " + name, e);
    }
  }
}
