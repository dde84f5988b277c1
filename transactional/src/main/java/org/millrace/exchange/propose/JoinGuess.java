package org.millrace.exchange.propose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds by which columns the rows of a file find theirs in the other files that came with it: the
 * key is there once in the other file, nine of ten rows find theirs, and either the names of the
 * columns and the file say so or the values are no mere counting numbers. Where two pairs of
 * columns fit alike none is proposed.
 */
final class JoinGuess {
  private static final int MOST_MISSING_ONE_IN = 10;
  private static final int SURE_BY_VALUES = 3;
  private static final int LONG_ENOUGH = 5;
  private static final Set<String> COMMON =
      Set.of("id", "no", "nr", "number", "code", "key", "name", "line", "编号", "编码", "名称");

  /** A file that came with the rows. */
  record Sheet(String file, List<String> header, List<List<String>> rows) {
    Sheet {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }
  }

  /** What the rows of a file are called: vendor of Purchasing.Vendors.csv. */
  private static String word(String file) {
    String bare = ColumnNames.bare(base(file));
    return bare.length() > 3 && bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static String base(String file) {
    String base = file.replaceFirst("\\.\\w+$", "");
    return base.substring(base.lastIndexOf('.') + 1);
  }

  /**
   * How rows find theirs in a file.
   *
   * @param name of its columns
   * @param found of so many rows that say something, how many find one
   */
  record Join(String name, String file, String key, String by, int found, int of) {}

  /** The joins, the files that none was found for, and rows with what they find. */
  record Joined(
      List<Join> joins, List<String> alone, List<String> columns, List<List<String>> rows) {
    /** The keys, which say what the columns do that are looked up by. */
    Set<String> keys() {
      return joins.stream().map(join -> join.name() + "." + join.key()).collect(Collectors.toSet());
    }

    /** What a column is called in its own file; the name of a vendor is the vendor name. */
    String named(String column) {
      return joins.stream()
          .filter(join -> column.startsWith(join.name() + "."))
          .findFirst()
          .map(
              join -> {
                String own = column.substring(join.name().length() + 1);
                return COMMON.contains(ColumnNames.bare(own)) ? word(join.file()) + " " + own : own;
              })
          .orElse(column);
    }
  }

  private record Pair(int by, int key, int points, int found, int of) {
    private boolean isAsGoodAs(Pair other) {
      return points == other.points && found == other.found;
    }
  }

  private final Set<String> taken;
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Join> joins = new ArrayList<>();

  private JoinGuess(List<String> columns, List<List<String>> rows, Set<String> taken) {
    this.columns = new ArrayList<>(columns);
    this.taken = new HashSet<>(taken);
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(columns.size());
      for (int place = 0; place < columns.size(); place++) {
        cells.add(place < row.size() ? row.get(place).strip() : "");
      }
      this.rows.add(cells);
    }
  }

  /**
   * The first rows of a file joined with others.
   *
   * @param taken names that the columns of a joined file cannot have before their dot
   */
  static Joined of(
      List<String> columns, List<List<String>> rows, List<Sheet> others, Set<String> taken) {
    return new JoinGuess(columns, rows, taken).joined(others);
  }

  /** A file may be found by a column of one that was joined before. */
  private Joined joined(List<Sheet> others) {
    List<Sheet> left = new ArrayList<>(others);
    for (boolean isMore = true; isMore; ) {
      isMore = false;
      for (Sheet sheet : List.copyOf(left)) {
        Optional<Pair> pair = best(sheet);
        if (pair.isPresent()) {
          join(sheet, pair.get());
          left.remove(sheet);
          isMore = true;
        }
      }
    }
    return new Joined(joins, left.stream().map(Sheet::file).toList(), columns, rows);
  }

  private Optional<Pair> best(Sheet sheet) {
    Pair best = null;
    boolean isAlone = true;
    for (int key = 0; key < sheet.header().size(); key++) {
      Set<String> keys = isNamed(sheet, key) ? keys(sheet, key) : Set.of();
      for (int by = 0; !keys.isEmpty() && by < columns.size(); by++) {
        Pair pair = pair(sheet, keys, by, key);
        if (pair == null) {
          continue;
        }
        if (best != null && pair.isAsGoodAs(best)) {
          isAlone = false;
        } else if (best == null
            || pair.points() > best.points()
            || pair.points() == best.points() && pair.found() > best.found()) {
          best = pair;
          isAlone = true;
        }
      }
    }
    return isAlone ? Optional.ofNullable(best) : Optional.empty();
  }

  /** Whether a mapping can name the column: it has a name, and no other has it. */
  private static boolean isNamed(Sheet sheet, int column) {
    String name = sheet.header().get(column);
    return !name.isBlank()
        && sheet.header().indexOf(name) == column
        && sheet.header().lastIndexOf(name) == column;
  }

  /** The values of a column; none where one is there twice or missing. */
  private static Set<String> keys(Sheet sheet, int key) {
    Set<String> keys = new HashSet<>();
    for (List<String> row : sheet.rows()) {
      if (key >= row.size() || row.get(key).isBlank() || !keys.add(row.get(key).strip())) {
        return Set.of();
      }
    }
    return keys;
  }

  private @Nullable Pair pair(Sheet sheet, Set<String> keys, int by, int key) {
    List<String> values =
        rows.stream().map(row -> row.get(by)).filter(value -> !value.isEmpty()).toList();
    int found = (int) values.stream().filter(keys::contains).count();
    if (found == 0 || (values.size() - found) * MOST_MISSING_ONE_IN > values.size()) {
      return null;
    }
    int points = points(sheet, by, sheet.header().get(key), new HashSet<>(values));
    return points == 0 ? null : new Pair(by, key, points, found, values.size());
  }

  /** 3 where the names say so, 2 where they hint at it, 1 for the values alone, else 0. */
  private int points(Sheet sheet, int by, String keyColumn, Set<String> values) {
    String column = columns.get(by);
    String asked = ColumnNames.bare(column.substring(column.lastIndexOf('.') + 1));
    String key = ColumnNames.bare(keyColumn);
    String word = word(sheet.file());
    boolean isTelling = values.stream().anyMatch(JoinGuess::isTelling);
    if (asked.equals(word + key)
        || asked.equals(word)
        || asked.equals(key) && (isTelling || !COMMON.contains(key))) {
      return 3;
    }
    if (word.length() > 2 && asked.contains(word)) {
      return 2;
    }
    boolean isSure =
        values.size() >= SURE_BY_VALUES && values.stream().allMatch(JoinGuess::isTelling);
    return isSure ? 1 : 0;
  }

  /** Whether a value is more than a number that many columns count with. */
  private static boolean isTelling(String value) {
    return value.length() >= LONG_ENOUGH || value.chars().anyMatch(Character::isLetter);
  }

  private void join(Sheet sheet, Pair pair) {
    String name = name(sheet.file());
    joins.add(
        new Join(
            name,
            sheet.file(),
            sheet.header().get(pair.key()),
            columns.get(pair.by()),
            pair.found(),
            pair.of()));
    Map<String, List<String>> byKey = new HashMap<>();
    sheet.rows().forEach(row -> byKey.put(row.get(pair.key()).strip(), row));
    for (List<String> row : rows) {
      List<String> other = byKey.getOrDefault(row.get(pair.by()), Collections.emptyList());
      for (int place = 0; place < sheet.header().size(); place++) {
        row.add(place < other.size() ? other.get(place).strip() : "");
      }
    }
    sheet.header().forEach(column -> columns.add(name + "." + column));
  }

  private String name(String file) {
    String name =
        base(file).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    String free = name.isEmpty() ? "file" : name;
    while (!taken.add(free)) {
      free += "_2";
    }
    return free;
  }
}
