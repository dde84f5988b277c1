package org.millrace.deploy.terminal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows for the terminal: aligned columns for people, RFC 4180 for programs. */
public final class Table {

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

  private static String quoted(String cell) {
    boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
