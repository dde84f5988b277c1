package org.millrace.document.row;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the region of a row stands: in a column of its own, or with a master that the row names. It
 * is that of the master now: a customer who moves to another region takes all documents along.
 */
public record RegionOf(String column, Optional<Master> master) {
  /** A table of masters with its key, and the column of the row that names one. */
  public record Master(String table, String key, String named) {}

  /** It stands in that column. */
  public static RegionOf row(String column) {
    return new RegionOf(column, Optional.empty());
  }

  /** The same, of rows of another table, of which a column names the row here. */
  public RegionOf joined(String table, String key, String named) {
    return new RegionOf(column, Optional.of(new Master(table, key, named)));
  }

  /** The column that names whose region it is; empty where it is the row's own. */
  public Optional<String> named() {
    return master.map(Master::named);
  }

  /** That it is one of these, of rows that SQL calls so. */
  public BoundSql in(Set<String> regions, String rows) {
    return master
        .map(
            of ->
                new BoundSql(
                    ("exists (select from %s located where located.company = %s.company"
                            + " and located.%s = %s.%s and located.%s = any(?))")
                        .formatted(of.table(), rows, of.key(), rows, of.named(), column),
                    bound(regions)))
        .orElseGet(() -> new BoundSql("%s.%s = any(?)".formatted(rows, column), bound(regions)));
  }

  private static List<Object> bound(Set<String> regions) {
    return List.of((Object) regions.toArray(String[]::new));
  }
}
