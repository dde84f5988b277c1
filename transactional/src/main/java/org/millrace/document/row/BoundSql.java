package org.millrace.document.row;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** SQL with a mark for each bound value; as a condition on rows empty for all of them. */
public record BoundSql(String sql, List<Object> bound) {
  /** No row fulfils it. */
  public static final BoundSql NONE = new BoundSql("false", List.of());

  private static final BoundSql ALL = new BoundSql("", List.of());

  public BoundSql {
    bound = List.copyOf(bound);
  }

  /** That the first event of an aggregate was a user's; the SQL is that of its id. */
  public static BoundSql madeBy(String user, String aggregateId) {
    return new BoundSql(
        "exists (select from outbox.event own where own.aggregate_version = 1"
            + " and own.actor = ? and own.aggregate_id = "
            + aggregateId
            + ")",
        List.of(user));
  }

  /** Rows that fulfil any of them; all rows where there are none. */
  public static BoundSql anyOf(List<BoundSql> conditions) {
    if (conditions.isEmpty()) {
      return ALL;
    }
    List<Object> bound = new ArrayList<>();
    conditions.forEach(condition -> bound.addAll(condition.bound()));
    return new BoundSql(
        conditions.stream().map(BoundSql::sql).collect(Collectors.joining(" or ", "(", ")")),
        bound);
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return sql.isEmpty();
  }

  /** The condition with "and" before it; nothing for all rows. */
  public String and() {
    return isEmpty() ? "" : " and " + sql;
  }
}
