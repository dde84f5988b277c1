package org.millrace.deploy.terminal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows for the terminal: aligned columns for people, RFC 4180 for programs and spreadsheets. */
public final class Table {

  private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r-].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-\\d+([.,]\\d+)*([eE][+-]?\\d+)?");

  private Table() {}

  public static String text(List<String> header, List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, header.size())
            .map(
                column ->
                    Math.max(
                        header.get(column).length(),
                        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)))
            .toArray();
    StringBuilder text = new StringBuilder(padded(header, widths));
    rows.forEach(row -> text.append(padded(row, widths)));
    return text.toString();
  }

  private static String padded(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
            .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
            .collect(Collectors.joining("  "))
            .stripTrailing()
        + "\n";
  }

  public static String csv(List<String> header, List<List<String>> rows) {
    return csvLine(header) + rows.stream().map(Table::csvLine).collect(Collectors.joining());
  }

  public static String csvLine(List<String> cells) {
    return cells.stream().map(Table::quoted).collect(Collectors.joining(",")) + "\n";
  }

  /** A text that a spreadsheet would run as a formula has an apostrophe before it. */
  static String safe(String cell) {
    boolean isFormula = FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    return isFormula ? "'" + cell : cell;
  }

  /** What {@link #safe} made of a text, for people to read. */
  public static String bare(String cell) {
    boolean isMarked = cell.startsWith("'") && FORMULA.matcher(cell).matches();
    return isMarked ? cell.substring(1) : cell;
  }

  private static String quoted(String text) {
    String cell = safe(text);
    boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
