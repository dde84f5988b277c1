package org.millrace.analytics.forecast.file;

import java.util.ArrayList;
import java.util.List;

/** A line of cells between commas, semicolons or tabs. */
final class CsvLine {

  private static final String QUOTE = "\"";

  private CsvLine() {}

  /** The separator of a header: a semicolon or tab where there is one and no comma. */
  static char separator(String header) {
    if (header.indexOf(',') >= 0) {
      return ',';
    }
    return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
  }

  /** Whether a quoted cell goes on in the next line. */
  static boolean isOpen(String line) {
    return line.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  /** The cells; a quoted one may hold separators, and two quotes for one. */
  static List<String> cells(String line, char separator) {
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
      } else if (c == separator && !isQuoted) {
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
