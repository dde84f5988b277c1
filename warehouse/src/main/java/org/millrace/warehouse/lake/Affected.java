package org.millrace.warehouse.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Table;

/**
 * The part of a table that a change touches: all of it, or the partitions with these values.
 *
 * @param parts values by partition column; a column left out means every value of it
 */
public record Affected(boolean all, Set<Map<String, String>> parts) {
  private static final int MOST_PARTS = 200;

  public Affected {
    parts = Set.copyOf(parts);
  }

  public static Affected everything() {
    return new Affected(true, Set.of());
  }

  public static Affected nothing() {
    return new Affected(false, Set.of());
  }

  /** The partitions that hold one company's rows. */
  public static Affected ofCompany(String company) {
    return new Affected(false, Set.of(Map.of("company", company)));
  }

  /** The companies that are touched; nothing when all may be. */
  public Optional<Set<String>> companies() {
    if (all || parts.stream().anyMatch(part -> !part.containsKey("company"))) {
      return Optional.empty();
    }
    return Optional.of(parts.stream().map(part -> part.get("company")).collect(Collectors.toSet()));
  }

  /** What is touched of one company. */
  public Affected of(String company) {
    if (companies().isEmpty()) {
      return ofCompany(company);
    }
    return new Affected(
        false,
        parts.stream()
            .filter(part -> company.equals(part.get("company")))
            .collect(Collectors.toSet()));
  }

  /** The partitions of a table that its source's changed partitions can reach. */
  public static Affected ofPartitions(Table table, Set<Map<String, String>> changed) {
    Set<Map<String, String>> parts = new HashSet<>();
    for (Map<String, String> source : changed) {
      Map<String, String> part = new HashMap<>(source);
      part.keySet().retainAll(table.partition());
      if (part.isEmpty()) {
        return everything();
      }
      parts.add(part);
    }
    return parts.size() > MOST_PARTS ? everything() : new Affected(false, parts);
  }

  /** The partitions that rows of a table lie in. */
  public static Affected of(Table table, List<Row> rows) {
    if (table.partition().isEmpty()) {
      return rows.isEmpty() ? nothing() : everything();
    }
    Set<Map<String, String>> parts = new HashSet<>();
    for (Row row : rows) {
      Map<String, String> part = new HashMap<>();
      for (String column : table.partition()) {
        Object value = row.get(row.fieldIndex(column));
        if (value == null) {
          return everything();
        }
        part.put(column, value.toString());
      }
      parts.add(part);
    }
    return parts.size() > MOST_PARTS ? everything() : new Affected(false, parts);
  }

  public Affected plus(Affected other) {
    if (all || other.all) {
      return everything();
    }
    Set<Map<String, String>> both = new HashSet<>(parts);
    both.addAll(other.parts);
    return new Affected(false, both);
  }

  /** True for the partition with these values when it, or all, is touched. */
  public boolean covers(Map<String, String> partition) {
    return all
        || parts.stream().anyMatch(part -> partition.entrySet().containsAll(part.entrySet()));
  }

  public boolean isNothing() {
    return !all && parts.isEmpty();
  }

  /** A condition on the partition columns that both Spark and PostgreSQL read; empty for all. */
  public Optional<String> condition(Table table) {
    if (all) {
      return Optional.empty();
    }
    List<String> conditions = new ArrayList<>();
    for (Map<String, String> part : parts) {
      conditions.add(
          part.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(value -> value.getKey() + " = " + literal(table, value))
              .collect(Collectors.joining(" AND ", "(", ")")));
    }
    return Optional.of(conditions.isEmpty() ? "1 = 0" : String.join(" OR ", conditions));
  }

  private static String literal(Table table, Map.Entry<String, String> value) {
    boolean date = table.column(value.getKey()).map(column -> column.type().isDate()).orElse(false);
    if (date) {
      return "DATE '" + value.getValue() + "'";
    }
    if (value.getValue().matches(".*['\\\\].*")) {
      throw new IllegalArgumentException(
          "Partition value " + value.getValue() + " has a quote or a backslash; codes have none");
    }
    return "'" + value.getValue() + "'";
  }
}
