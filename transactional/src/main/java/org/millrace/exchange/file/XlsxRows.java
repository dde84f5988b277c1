package org.millrace.exchange.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The first sheet of a workbook; dates come as {@code 2011-08-31 10:05:00}. */
final class XlsxRows implements FileRows {
  private static final String BOOK = "xl/workbook.xml";

  private final WorkbookParts parts;
  private final SheetRows rows;

  XlsxRows(Path file, String name, TableForm form) throws IOException {
    parts = new WorkbookParts(file, name, form.limits().bytes());
    try {
      rows = rows(name, form.text().decimal());
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private SheetRows rows(String name, char decimal) {
    String book = WorkbookParts.target(parts.links(""), "officeDocument").orElse(BOOK);
    Map<String, WorkbookParts.Link> links = parts.links(book);
    CellNumber numbers = CellNumber.from1900(decimal);
    Optional<String> sheet = Optional.empty();
    try (XmlPart xml = parts.part(book).orElseThrow(() -> noSheet(name))) {
      while (sheet.isEmpty() && xml.next()) {
        if (xml.isStart("workbookPr")
            && xml.attribute("date1904").filter(v -> v.matches("1|true")).isPresent()) {
          numbers = CellNumber.from1904(decimal);
        } else if (xml.isStart("sheet")) {
          sheet =
              xml.attribute("/relationships", "id")
                  .map(links::get)
                  .filter(link -> link.type().endsWith("/worksheet"))
                  .map(WorkbookParts.Link::target);
        }
      }
    }
    SharedStrings texts =
        WorkbookParts.target(links, "sharedStrings")
            .or(() -> Optional.of("xl/sharedStrings.xml"))
            .flatMap(parts::part)
            .map(xml -> SharedStrings.read(xml, name))
            .orElseGet(SharedStrings::none);
    CellStyles styles =
        WorkbookParts.target(links, "styles")
            .or(() -> Optional.of("xl/styles.xml"))
            .flatMap(parts::part)
            .map(CellStyles::read)
            .orElseGet(CellStyles::none);
    XmlPart xml = sheet.flatMap(parts::part).orElseThrow(() -> noSheet(name));
    return new SheetRows(xml, name, texts, styles, numbers);
  }

  private static FileUnreadable noSheet(String name) {
    return new FileUnreadable(
        name + " is a workbook without a sheet of cells. Save it again as .xlsx and repeat.");
  }

  @Override
  public Optional<Row> next() {
    return rows.next();
  }

  @Override
  public boolean endAtTheLastValue() {
    return true;
  }

  @Override
  public void close() {
    rows.close();
    parts.close();
  }
}
