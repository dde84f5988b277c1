package org.millrace.exchange.line;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.document.DocumentVerb;
import org.millrace.document.Documents;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/**
 * Lines of a document that a file names by their item, as other programs do, and not by the number
 * of the line. Where several lines have one item, the first row that names it is the first of them,
 * the next row the next.
 */
public final class LinesByItem {
  /** The number of a line of the document. */
  public static final String LINE = "lines.line";

  /** The item of a line, instead of its number. */
  public static final String ITEM = "lines.item";

  private final Documents<?> documents;

  private LinesByItem(Documents<?> documents) {
    this.documents = documents;
  }

  /** Those of the documents that a verb acts on, where both have lines that can be named so. */
  public static Optional<LinesByItem> of(
      DocumentVerb<?> verb, List<String> columns, Documents<?> documents) {
    boolean haveItems = verb.kind().exportColumns().contains(ITEM);
    return columns.contains(LINE) && !columns.contains(ITEM) && haveItems
        ? Optional.of(new LinesByItem(documents))
        : Optional.empty();
  }

  /**
   * The rows with the number of the line in each that names an item.
   *
   * @throws Refused naming the item that no line has, or not so often
   */
  public List<Map<String, String>> numbered(
      CompanyCode company, String number, List<Map<String, String>> rows) {
    Map<String, Iterator<Integer>> lines = new HashMap<>();
    if (rows.stream().anyMatch(row -> !item(row).isEmpty())) {
      linesOf(company, number).forEach((item, those) -> lines.put(item, those.iterator()));
    }
    List<Map<String, String>> numbered = new ArrayList<>(rows.size());
    for (Map<String, String> row : rows) {
      Map<String, String> cells = new TreeMap<>(row);
      String item = item(row);
      cells.remove(ITEM);
      if (row.getOrDefault(LINE, "").isBlank() && !item.isEmpty()) {
        Iterator<Integer> next = lines.get(item);
        if (next == null || !next.hasNext()) {
          throw Refused.invalid(
              "The row cannot be read",
              List.of(new Problem(ITEM, item, "an item that stands on " + titled(number))));
        }
        cells.put(LINE, next.next().toString());
      }
      numbered.add(cells);
    }
    return numbered;
  }

  private static String item(Map<String, String> row) {
    return row.getOrDefault(ITEM, "").strip();
  }

  private String titled(String number) {
    return documents.kind().titled(new DocumentNumber(number));
  }

  private Map<String, List<Integer>> linesOf(CompanyCode company, String number) {
    Object document = documents.named(company, new DocumentNumber(number)).document();
    List<?> lines = (List<?>) part(document, "lines");
    return lines.stream()
        .collect(
            Collectors.groupingBy(
                line -> part(line, "item").toString(),
                Collectors.mapping(line -> (Integer) part(line, "line"), Collectors.toList())));
  }

  private static Object part(Object of, String name) {
    return Arrays.stream(of.getClass().getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .map(
            component -> {
              try {
                component.getAccessor().setAccessible(true);
                return Objects.requireNonNull(component.getAccessor().invoke(of));
              } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(component + " cannot be read", e);
              }
            })
        .orElseThrow(() -> new IllegalStateException(of.getClass() + " has no " + name));
  }
}
