package org.millrace.exchange.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.exchange.file.TableForm.HeaderAt;
import org.millrace.exchange.file.TextForm;
import org.millrace.shared.Problems;

/**
 * How files of one layout become rows of a list of the house.
 *
 * @param name how it is called in messages
 * @param kind the list that it is for
 * @param form how the files are written
 * @param columns what fills each column of the list
 * @param joined other files, by the name under which the columns ask for theirs
 * @param where which rows count: the values that a column must have, or must not
 */
public record ListMapping(
    String name,
    String kind,
    Form form,
    Map<String, CellRule> columns,
    Map<String, Joined> joined,
    Map<String, Condition> where) {
  public ListMapping {
    columns = new LinkedHashMap<>(columns);
    joined = new LinkedHashMap<>(joined);
    where = Map.copyOf(where);
  }

  /**
   * How files are written.
   *
   * @param text encoding, delimiter and numbers of all of them
   * @param header where the file of the rows names its columns
   * @param rows which of several files has the rows; the first one where none is named
   * @param fill columns in which an empty cell says what the row above says
   * @param dates forms that are tried in order
   */
  public record Form(
      TextForm text,
      HeaderAt header,
      Optional<String> rows,
      List<String> fill,
      List<String> dates) {
    public Form {
      fill = List.copyOf(fill);
      dates = List.copyOf(dates);
    }
  }

  /**
   * Another file, of which each row of the first finds one by a key.
   *
   * @param file its name
   * @param key its column that is looked up
   * @param by the column whose value is looked up
   * @param several whether the first of several rows with one key counts; else they are refused
   */
  public record Joined(String file, String key, String by, boolean several) {}

  /** The values that count, or those that do not. */
  public record Condition(List<String> values, boolean isNot) {
    public Condition {
      values = List.copyOf(values);
    }

    boolean holds(String value) {
      return values.contains(value) != isNot;
    }
  }

  /**
   * Refuses a mapping that is for another list, or names columns which that one has not.
   *
   * @param wanted the list
   * @param needed its columns that have to be filled
   * @param known all that can be
   */
  public void requireFits(String wanted, List<String> needed, List<String> known) {
    Problems problems = new Problems();
    problems.require(kind.equals(wanted), "kind", kind, wanted);
    columns.keySet().stream()
        .filter(column -> !known.contains(column))
        .forEach(
            column ->
                problems.add("columns." + column, column, "one of " + String.join(", ", known)));
    needed.stream()
        .filter(column -> !columns.containsKey(column))
        .forEach(column -> problems.add("columns." + column, "", "a column, or a constant"));
    problems.refuse("The mapping does not fit " + wanted);
  }

  /** The columns that a file has to have: of the rows, or of the joined file of that name. */
  public List<String> asked(Optional<String> file) {
    Map<String, Boolean> asked = new TreeMap<>();
    List<String> all = new ArrayList<>();
    columns.values().forEach(rule -> all.addAll(asked(rule)));
    joined.values().forEach(each -> all.add(each.by()));
    all.addAll(form.fill());
    all.addAll(where.keySet());
    for (String column : all) {
      Place place = placed(column);
      if (place.file().equals(file)) {
        asked.put(place.column(), true);
      }
    }
    file.ifPresent(name -> asked.put(Objects.requireNonNull(joined.get(name)).key(), true));
    return List.copyOf(asked.keySet());
  }

  private static List<String> asked(CellRule rule) {
    List<String> asked = new ArrayList<>(rule.columns());
    rule.number().daysFrom().ifPresent(asked::add);
    rule.number().plus().ifPresent(asked::add);
    rule.number().minus().ifPresent(asked::add);
    rule.number().times().ifPresent(asked::add);
    rule.number().discount().ifPresent(asked::add);
    rule.number().per().ifPresent(asked::add);
    return asked;
  }

  /** A column, and the joined file that it is of. */
  record Place(Optional<String> file, String column) {}

  /** Where a column is: {@code vendors.Name} of the joined file {@code vendors}. */
  Place placed(String column) {
    int dot = column.indexOf('.');
    String before = dot < 0 ? "" : column.substring(0, dot);
    return joined.containsKey(before)
        ? new Place(Optional.of(before), column.substring(dot + 1))
        : new Place(Optional.empty(), column);
  }
}
