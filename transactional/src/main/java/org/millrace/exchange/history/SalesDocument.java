package org.millrace.exchange.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.millrace.exchange.history.row.SalesRow;

/**
 * All rows of one document number in a file. Rows are compared as multisets: when a row is posted
 * twice and comes three times in the file, one is new.
 */
record SalesDocument(String number, List<SalesRow> rows) {
  SalesDocument {
    rows = List.copyOf(rows);
  }

  /**
   * Which rows are new, which are posted already, and which replace a posted row that the file does
   * not have any more.
   */
  record Compared(List<SalesRow> fresh, List<SalesRow> there, List<SalesRow> changed) {}

  /**
   * Compares with what is posted under the number. A row that is not posted counts as changed when
   * a row of the same item is posted and missing here, and as new otherwise: files may bring a
   * document in parts.
   *
   * @param isCorrection whether a row replaces one that was rejected, and so is new in any case
   */
  Compared compared(List<PostedPieces.Posted> posted, Predicate<SalesRow> isCorrection) {
    Map<UUID, Integer> left = new HashMap<>();
    posted.forEach(piece -> piece.hashes().forEach(hash -> left.merge(hash, 1, Integer::sum)));
    List<SalesRow> there = new ArrayList<>();
    List<SalesRow> others = new ArrayList<>();
    for (SalesRow row : rows) {
      int count = left.getOrDefault(row.hash(), 0);
      left.put(row.hash(), count - 1);
      (count > 0 ? there : others).add(row);
    }
    Map<String, Integer> missing = missing(posted, left);
    List<SalesRow> fresh = new ArrayList<>();
    List<SalesRow> changed = new ArrayList<>();
    for (SalesRow row : others) {
      boolean isChanged =
          !isCorrection.test(row)
              && (take(missing, row.item()) || take(missing, PostedPieces.Posted.UNKNOWN));
      (isChanged ? changed : fresh).add(row);
    }
    return new Compared(fresh, there, changed);
  }

  private static boolean take(Map<String, Integer> missing, String item) {
    boolean isThere = missing.getOrDefault(item, 0) > 0;
    if (isThere) {
      missing.merge(item, -1, Integer::sum);
    }
    return isThere;
  }

  private static Map<String, Integer> missing(
      List<PostedPieces.Posted> posted, Map<UUID, Integer> left) {
    Map<String, Integer> missing = new HashMap<>();
    for (PostedPieces.Posted piece : posted) {
      for (int i = 0; i < piece.hashes().size(); i++) {
        UUID hash = piece.hashes().get(i);
        if (left.getOrDefault(hash, 0) > 0) {
          left.merge(hash, -1, Integer::sum);
          missing.merge(piece.item(i), 1, Integer::sum);
        }
      }
    }
    return missing;
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
