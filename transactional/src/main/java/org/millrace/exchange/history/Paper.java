package org.millrace.exchange.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows of one paper number in a chunk of a file. Rows are compared as multisets: when a row is
 * posted twice and comes three times in the file, one is new.
 */
record Paper(String number, List<SalesRow> rows) {
  /** Which rows are new and which are posted already. */
  record Compared(List<SalesRow> fresh, List<SalesRow> there) {}

  /**
   * Compares with what is posted of the paper, and with what came of it before in this file.
   *
   * @param posted hashes of all rows posted, repeated as often as posted
   * @param before hashes of rows of the paper in earlier chunks of the same file
   */
  Compared compared(List<UUID> posted, List<UUID> before) {
    Map<UUID, Integer> left = new HashMap<>();
    posted.forEach(hash -> left.merge(hash, 1, Integer::sum));
    before.forEach(hash -> left.merge(hash, -1, Integer::sum));
    List<SalesRow> fresh = new ArrayList<>();
    List<SalesRow> there = new ArrayList<>();
    for (SalesRow row : rows) {
      boolean isThere = left.merge(row.hash(), -1, Integer::sum) >= 0;
      (isThere ? there : fresh).add(row);
    }
    return new Compared(fresh, there);
  }

  /** Rows in pieces, in the order of their first rows. */
  static List<Piece> pieces(List<SalesRow> rows, Function<SalesRow, Piece.Kind> kinds) {
    Map<Piece.Key, List<SalesRow>> byKey = new LinkedHashMap<>();
    for (SalesRow row : rows) {
      Piece.Key key =
          new Piece.Key(
              row.number(),
              kinds.apply(row),
              row.customer(),
              row.country(),
              row.date().toLocalDate());
      byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return byKey.entrySet().stream().map(e -> new Piece(e.getKey(), e.getValue())).toList();
  }
}
