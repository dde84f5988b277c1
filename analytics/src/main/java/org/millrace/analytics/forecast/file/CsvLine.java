package org.millrace.analytics.forecast.file;

import java.util.ArrayList;
import java.util.List;

/** A line of comma-separated cells. */
final class CsvLine {

  private static final String QUOTE = "\"";

  private CsvLine() {}

  /** The cells; a quoted one may hold commas, and two quotes for one. */
  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** A cell as it is written, quoted where it has to be. */
  static String cell(String text) {
    boolean isPlain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
    return isPlain ? text : QUOTE + text.replace(QUOTE, QUOTE + QUOTE) + QUOTE;
  }
}
