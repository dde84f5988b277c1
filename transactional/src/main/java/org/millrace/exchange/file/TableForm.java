package org.millrace.exchange.file;

import java.util.List;
import java.util.Optional;
import org.millrace.settings.ImportLimits;

/**
 * What is expected of a file: how its text is written, the columns without which it does not fit,
 * those it may have, how large it may be, and where it names them.
 */
public record TableForm(
    TextForm text,
    List<String> needed,
    List<String> optional,
    ImportLimits limits,
    HeaderAt header) {
  /** With the columns named in the first row that has all that are needed. */
  public TableForm(TextForm text, List<String> needed, List<String> optional, ImportLimits limits) {
    this(text, needed, optional, limits, HeaderAt.found());
  }

  public TableForm {
    needed = List.copyOf(needed);
    optional = List.copyOf(optional);
  }

  boolean uses(String column) {
    return needed.contains(column) || optional.contains(column);
  }

  /** The same with another delimiter. */
  public TableForm delimitedBy(char other) {
    return new TableForm(text.delimitedBy(other), needed, optional, limits, header);
  }

  /**
   * Where a file names its columns.
   *
   * @param line the line that does, where it is told; else the first row with all needed columns
   * @param names the columns of a file that does not name them, from its first row
   */
  public record HeaderAt(Optional<Integer> line, List<String> names) {
    public HeaderAt {
      names = List.copyOf(names);
    }

    /** In the first row. */
    public static HeaderAt first() {
      return new HeaderAt(Optional.of(1), List.of());
    }

    /** In the first row that has all columns that are needed. */
    public static HeaderAt found() {
      return new HeaderAt(Optional.empty(), List.of());
    }
  }
}
