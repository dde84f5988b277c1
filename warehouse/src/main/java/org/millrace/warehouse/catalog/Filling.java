package org.millrace.warehouse.catalog;

import java.nio.file.Path;
import java.util.List;

/** How a table gets its rows. */
public sealed interface Filling {

  /** One SELECT over {@code events} that gives silver rows, merged by key. */
  record FromEvents(Path file, String sql, List<String> types, Keep keep, String sequence)
      implements Filling {
    public FromEvents {
      types = List.copyOf(types);
    }
  }

  /** One SELECT over other tables; the partitions a change touches are built again. */
  record FromTables(Path file, String sql) implements Filling {}

  /**
   * The named job writes it.
   *
   * @param isPreserved true where a rebuild of the lake leaves it: its rows are no longer in bronze
   */
  record Writer(String job, boolean isPreserved) implements Filling {}

  /** The table is another one under a second name; nothing is copied. */
  record Shows(String table) implements Filling {}
}
