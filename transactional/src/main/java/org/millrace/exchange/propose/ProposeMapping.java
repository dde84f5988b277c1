package org.millrace.exchange.propose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.file.TableForm.HeaderAt;
import org.millrace.exchange.file.TextForm;
import org.millrace.exchange.layout.CellType;
import org.millrace.settings.ImportLimits;

/**
 * Proposes how a file, and those that came with it, are read as a list: the row with the names of
 * the columns is the one that most columns of the list are found by; each is filled by the column
 * whose name fits best and whose values can be what it holds.
 */
public final class ProposeMapping {
  private static final int ROWS_ABOVE = 20;
  private static final int SAMPLE = 200;
  private static final int MOST_ROWS_OF_OTHER = 50_000;
  private static final int MOST_ROWS_OF_OTHERS = 300_000;
  private static final List<String> AMOUNTS = List.of("amount");
  private static final ColumnNames NAMES = ColumnNames.shipped();

  private final Wanted wanted;
  private final Map<String, Path> files;
  private final Path file;
  private final String name;
  private final ImportLimits limits;

  /**
   * A list.
   *
   * @param kind its name
   * @param needed columns that have to be filled
   * @param optional those that may be
   * @param types of the columns; others are texts
   */
  public record Wanted(
      String kind, List<String> needed, List<String> optional, Map<String, CellType> types) {
    public Wanted {
      needed = List.copyOf(needed);
      optional = List.copyOf(optional);
      types = Map.copyOf(types);
    }

    private List<String> all() {
      return Stream.concat(needed.stream(), optional.stream()).toList();
    }

    private CellType type(String column) {
      return types.getOrDefault(column, CellType.TEXT);
    }
  }

  /**
   * What is proposed.
   *
   * @param mapping its YAML
   * @param columns the columns of the file, and those of others by their name, a dot and theirs
   * @param chosen column of the list: column of the file
   * @param missing columns that have to be filled and for which none was found
   */
  public record Proposed(
      String mapping, List<String> columns, Map<String, String> chosen, List<String> missing) {
    public Proposed {
      columns = List.copyOf(columns);
      chosen = new LinkedHashMap<>(chosen);
      missing = List.copyOf(missing);
    }
  }

  private record Fit(String ours, int place, int points) {}

  private record Head(int line, List<String> columns, List<List<String>> rows) {}

  private ProposeMapping(Wanted wanted, Map<String, Path> files, String name, ImportLimits limits) {
    this.wanted = wanted;
    this.files = files;
    this.file = files.values().iterator().next();
    this.name = name;
    this.limits = limits;
  }

  /**
   * The mapping of a file for a list.
   *
   * @param files by their names, the one with the rows first
   */
  public static Proposed of(
      Wanted wanted, Map<String, Path> files, String name, ImportLimits limits) {
    return new ProposeMapping(wanted, files, name, limits).proposed();
  }

  private Proposed proposed() {
    TextForm text = TextGuess.of(file, name);
    Head alone = head(rows(file, name, text, SAMPLE));
    JoinGuess.Joined joined = joined(alone, text);
    Head head = new Head(alone.line(), joined.columns(), joined.rows());
    List<List<String>> values = new ArrayList<>();
    for (int place = 0; place < head.columns().size(); place++) {
      values.add(values(head, place));
    }
    TextForm form = ValueForms.numbers(text, values.stream().flatMap(List::stream).toList());
    Map<String, Integer> chosen = chosen(head, values, form, joined);
    Set<String> dates = new LinkedHashSet<>();
    chosen.forEach(
        (ours, place) -> {
          CellType type = wanted.type(ours);
          if (type == CellType.DATE || type == CellType.MOMENT) {
            ValueForms.date(values.get(place)).ifPresent(dates::add);
          }
        });
    dates.remove("yyyy-MM-dd");
    Map<String, String> names = new LinkedHashMap<>();
    chosen.forEach((ours, place) -> names.put(ours, head.columns().get(place)));
    Map<String, String> rules = new LinkedHashMap<>();
    price(head, chosen, values, form).ifPresent(rule -> rules.put("lines.unit_price", rule));
    List<String> missing =
        wanted.needed().stream()
            .filter(column -> !names.containsKey(column) && !rules.containsKey(column))
            .toList();
    MappingText yaml = new MappingText(wanted.kind(), name, form, head.line(), List.copyOf(dates));
    return new Proposed(yaml.of(joined, names, rules, missing), head.columns(), names, missing);
  }

  private JoinGuess.Joined joined(Head head, TextForm text) {
    List<JoinGuess.Sheet> others = new ArrayList<>();
    files.forEach(
        (other, path) -> {
          if (!path.equals(file)) {
            others.add(sheet(other, path, text));
          }
        });
    Set<String> taken = new HashSet<>();
    wanted.all().forEach(ours -> taken.add(ours.replaceFirst("\\..*", "")));
    head.columns().forEach(theirs -> taken.add(theirs.replaceFirst("\\..*", "")));
    return JoinGuess.of(head.columns(), head.rows(), others, taken);
  }

  /** Another file; one that is no table has no columns, and nothing is found in it. */
  private JoinGuess.Sheet sheet(String other, Path path, TextForm text) {
    int most = Math.min(MOST_ROWS_OF_OTHER, MOST_ROWS_OF_OTHERS / files.size());
    try {
      List<Row> rows = rows(path, other, text, most);
      return new JoinGuess.Sheet(
          other,
          rows.get(0).cells().stream().map(String::strip).toList(),
          rows.subList(1, rows.size()).stream().map(Row::cells).toList());
    } catch (FileUnreadable noTable) {
      return new JoinGuess.Sheet(other, List.of(), List.of());
    }
  }

  private List<Row> rows(Path from, String called, TextForm text, int most) {
    TableForm form = new TableForm(text, List.of(), List.of(), limits, HeaderAt.first());
    List<Row> rows = new ArrayList<>();
    try (Table table = OpenTable.open(from, called, form)) {
      rows.add(new Row(1, table.header()));
      for (Optional<Row> row = table.next();
          row.isPresent() && rows.size() < most;
          row = table.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  /** The row by which most columns are found, the first of equals. */
  private Head head(List<Row> rows) {
    int best = 0;
    int most = -1;
    for (int i = 0; i < Math.min(ROWS_ABOVE, rows.size()); i++) {
      List<String> cells = rows.get(i).cells();
      int points =
          (int) cells.stream().filter(cell -> fits(cell.strip())).count() * 10
              + (int) Math.min(9, cells.stream().filter(cell -> !cell.isBlank()).count());
      if (points > most && cells.stream().anyMatch(cell -> !cell.isBlank())) {
        most = points;
        best = i;
      }
    }
    List<String> columns = rows.get(best).cells().stream().map(String::strip).toList();
    List<List<String>> below =
        rows.subList(best + 1, rows.size()).stream().map(Row::cells).toList();
    return new Head((int) rows.get(best).line(), columns, below);
  }

  private boolean fits(String cell) {
    return wanted.all().stream().anyMatch(ours -> NAMES.fit(wanted.kind(), ours, cell) >= 50);
  }

  private static List<String> values(Head head, int place) {
    return head.rows().stream()
        .filter(row -> place < row.size() && !row.get(place).isBlank())
        .map(row -> row.get(place).strip())
        .toList();
  }

  /**
   * The best pairs first; a column fills one, and a name that is there twice fills none, nor does a
   * key, which says what the column does that is looked up by.
   */
  private Map<String, Integer> chosen(
      Head head, List<List<String>> values, TextForm form, JoinGuess.Joined joined) {
    Set<String> keys = joined.keys();
    List<Fit> fits = new ArrayList<>();
    for (String ours : wanted.all()) {
      for (int place = 0; place < head.columns().size(); place++) {
        String theirs = head.columns().get(place);
        int points = NAMES.fit(wanted.kind(), ours, joined.named(theirs));
        boolean isOne =
            head.columns().indexOf(theirs) == head.columns().lastIndexOf(theirs)
                && !keys.contains(theirs);
        if (points > 0 && isOne && ValueForms.canBe(wanted.type(ours), values.get(place), form)) {
          fits.add(new Fit(ours, place, points));
        }
      }
    }
    fits.sort(Comparator.comparingInt(Fit::points).reversed());
    Map<String, Integer> found = new LinkedHashMap<>();
    Set<Integer> used = new HashSet<>();
    for (Fit fit : fits) {
      if (!found.containsKey(fit.ours()) && !used.contains(fit.place())) {
        found.put(fit.ours(), fit.place());
        used.add(fit.place());
      }
    }
    Map<String, Integer> inOrder = new LinkedHashMap<>();
    wanted.all().stream()
        .filter(found::containsKey)
        .forEach(ours -> inOrder.put(ours, found.get(ours)));
    return inOrder;
  }

  /** Without a price, it is the amount of the line by its quantity. */
  private Optional<String> price(
      Head head, Map<String, Integer> chosen, List<List<String>> values, TextForm form) {
    Integer quantity = chosen.get("lines.quantity");
    boolean lacksPrice =
        wanted.all().contains("lines.unit_price") && !chosen.containsKey("lines.unit_price");
    if (!lacksPrice || quantity == null) {
      return Optional.empty();
    }
    for (int place = 0; place < head.columns().size(); place++) {
      String theirs = head.columns().get(place);
      boolean isAmount =
          AMOUNTS.stream().anyMatch(name -> NAMES.fit(wanted.kind(), name, theirs) >= 50);
      if (isAmount
          && !chosen.containsValue(place)
          && ValueForms.canBe(CellType.NUMBER, values.get(place), form)) {
        return Optional.of(
            "{column: %s, per: %s}"
                .formatted(
                    MappingText.quoted(theirs), MappingText.quoted(head.columns().get(quantity))));
      }
    }
    return Optional.empty();
  }
}
