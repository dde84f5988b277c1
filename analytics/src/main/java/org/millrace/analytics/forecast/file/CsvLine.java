package org.millrace.analytics.forecast.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of cells between commas, semicolons or tabs; a cell that begins with a quote is quoted.
 */
final class CsvLine {

  private static final String QUOTE = "\"";
  private static final String SEPARATORS = ",;\t";

  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean isQuoted;

  /** Any of the separators ends a cell. */
  private CsvLine(String line, String separators) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isQuoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"' && (isQuoted || cell.toString().isBlank())) {
        isQuoted = !isQuoted;
      } else if (!isQuoted && separators.indexOf(c) >= 0) {
        end();
      } else {
        cell.append(c);
      }
    }
    end();
  }

  private void end() {
    cells.add(cell.toString());
    cell.setLength(0);
  }

  /** The separator of a header: the most frequent outside quotes, rather a comma. */
  static char separator(String header) {
    char most = ',';
    for (char each : SEPARATORS.toCharArray()) {
      most = count(header, each) > count(header, most) ? each : most;
    }
    return most;
  }

  private static int count(String header, char separator) {
    return new CsvLine(header, String.valueOf(separator)).cells.size();
  }

  /** Whether a quoted cell goes on in the next line. */
  static boolean isOpen(String line, char separator) {
    return line.indexOf('"') >= 0 && new CsvLine(line, String.valueOf(separator)).isQuoted;
  }

  /** The cells; a quoted one may hold separators, and two quotes for one. */
  static List<String> cells(String line, char separator) {
    return new CsvLine(line, String.valueOf(separator)).cells;
  }

  /** A cell as it is written, quoted where it has to be. */
  static String cell(String text) {
    boolean isPlain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
    return isPlain ? text : QUOTE + text.replace(QUOTE, QUOTE + QUOTE) + QUOTE;
  }
}
