package org.millrace.exchange.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one sheet that hold anything, read one at a time. */
final class SheetRows implements AutoCloseable {
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_CHARACTERS = 1 << 20;

  private final XmlPart xml;
  private final String name;
  private final SharedStrings texts;
  private final CellStyles styles;
  private final CellNumber numbers;
  private int line;

  SheetRows(XmlPart xml, String name, SharedStrings texts, CellStyles styles, CellNumber numbers) {
    this.xml = xml;
    this.name = name;
    this.texts = texts;
    this.styles = styles;
    this.numbers = numbers;
  }

  int line() {
    return line;
  }

  Optional<Row> next() {
    while (xml.nextStart("row")) {
      line = place(xml.attribute("r"), line + 1);
      List<String> cells = cells();
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        return Optional.of(new Row(line, cells));
      }
    }
    return Optional.empty();
  }

  private int place(Optional<String> written, int otherwise) {
    int place =
        written
            .map(text -> text.matches("\\d{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE)
            .orElse(otherwise);
    if (place < otherwise || place > MOST_ROWS) {
      throw new FileUnreadable(
          "%s has row %s after row %d; rows go up and end at %,d. Save it again and repeat."
              .formatted(name, written.map(CellText::cut).orElse("" + otherwise), line, MOST_ROWS));
    }
    return place;
  }

  private List<String> cells() {
    List<String> cells = new ArrayList<>();
    int characters = 0;
    while (xml.next() && !xml.isEnd("row")) {
      if (xml.isStart("c")) {
        int column = xml.attribute("r").map(this::column).orElse(cells.size());
        if (column < cells.size() || column >= MOST_COLUMNS) {
          throw new FileUnreadable(
              "%s has a cell %s in row %d; columns go up and end at XFD. Save it again and repeat."
                  .formatted(name, xml.attribute("r").map(CellText::cut).orElse(""), line));
        }
        while (cells.size() < column) {
          cells.add("");
        }
        String cell = cell();
        cells.add(cell);
        characters += cell.length();
        if (characters > MOST_CHARACTERS) {
          throw new FileUnreadable(
              "%s has more than %,d characters in row %d.".formatted(name, MOST_CHARACTERS, line));
        }
      }
    }
    return cells;
  }

  /** AB7 is column 27, A being 0. */
  private int column(String reference) {
    int column = 0;
    int at = 0;
    while (at < reference.length() && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z') {
      column = column * 26 + reference.charAt(at++) - 'A' + 1;
      if (column > MOST_COLUMNS) {
        return MOST_COLUMNS;
      }
    }
    return column - 1;
  }

  private String cell() {
    String type = xml.attribute("t").orElse("n");
    String style = xml.attribute("s").orElse("0");
    String text = "";
    while (xml.next() && !xml.isEnd("c")) {
      if (xml.isStart("v")) {
        text = valued(CellText.plain(xml, "v", name), type, style);
      } else if (xml.isStart("is")) {
        text = CellText.within(xml, "is", name);
      } else if (xml.isStart("f")) {
        CellText.plain(xml, "f", name);
      }
    }
    return text;
  }

  private String valued(String stored, String type, String style) {
    return switch (type) {
      case "s" -> texts.at(stored, name);
      case "b" -> stored.strip().equals("1") ? "TRUE" : "FALSE";
      case "d" -> stored.strip().replaceFirst("T00:00(:00(\\.0+)?)?$", "").replace('T', ' ');
      case "n" -> styles.padded(style, numbers.text(stored, styles.at(style)));
      default -> CellText.unescaped(stored);
    };
  }

  @Override
  public void close() {
    xml.close();
  }
}
