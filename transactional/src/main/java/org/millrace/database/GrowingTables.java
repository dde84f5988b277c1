package org.millrace.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Knows which tables this process has made much larger. PostgreSQL keeps the plan of a foreign
 * key's check for as long as a session lives: one made while the table was empty reads all of it
 * for every row, until its statistics change. A first import fills tables faster than PostgreSQL's
 * own daemon looks at them, so they are analysed each time their rows have doubled.
 */
final class GrowingTables {
  private static final long FIRST = 100;

  private record Growth(long rows, long analysedAt) {
    static Growth from(long known) {
      return new Growth(known, known);
    }

    Growth with(long more) {
      long all = rows + more;
      return new Growth(all, all >= Math.max(FIRST, 2 * analysedAt) ? all : analysedAt);
    }
  }

  private final Map<String, Growth> tables = new ConcurrentHashMap<>();

  /**
   * Notes the rows; true when there are now twice as many as when it was last true, or at first as
   * the planner knows of: after a restart a large table is not analysed for a few rows.
   */
  boolean hasDoubled(String table, long rows, LongSupplier known) {
    tables.computeIfAbsent(table, name -> Growth.from(known.getAsLong()));
    Growth now = tables.computeIfPresent(table, (name, before) -> before.with(rows));
    return rows > 0 && now.analysedAt() == now.rows();
  }
}
