package org.millrace.warehouse.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One expectation of checks.yaml. */
public record Check(String name, Severity severity, Rule rule) {

  /** What a failure does. */
  public enum Severity {
    /** The published table stays as it was. */
    STOP,
    /** The failure is shown. */
    WARN,
    /** The rows that fail are held back in silver.quarantine; the table goes on without them. */
    QUARANTINE;

    /** The word in checks.yaml. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Severity> parse(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /** What is expected. */
  public sealed interface Rule {

    /** No two rows have the same values in these columns. */
    record Unique(List<String> columns) implements Rule {
      public Unique {
        columns = List.copyOf(columns);
      }
    }

    /** None of these columns is null. */
    record Present(List<String> columns) implements Rule {
      public Present {
        columns = List.copyOf(columns);
      }
    }

    /** The published table is complete up to a time at most so many minutes ago. */
    record Fresh(int minutes) implements Rule {}

    /** The SQL condition holds in every row. */
    record EachRow(String condition) implements Rule {}

    /** Within each group the one column sums up to the same as the other. */
    record Zero(List<String> by, String plus, String minus) implements Rule {
      public Zero {
        by = List.copyOf(by);
      }
    }

    /**
     * Every row's values in these columns are those of a row of another table, its columns named in
     * the same order. A row with a missing value refers to nothing and passes.
     */
    record Refers(List<String> columns, String to, List<String> key) implements Rule {
      public Refers {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
      }
    }

    /** The SELECT over the lake gives no row. */
    record NoRows(String sql) implements Rule {}
  }
}
