package org.millrace.database;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row by the names of its columns, of a table in which one with the same key is replaced. Codes,
 * quantities, money, currencies and what may be absent are given as they are.
 */
public final class NamedRow {
  private final String table;
  private final Map<String, @Nullable Object> key = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> content = new LinkedHashMap<>();

  private NamedRow(String table) {
    this.table = table;
  }

  /** An empty row of a table, named with its schema. */
  public static NamedRow of(String table) {
    return new NamedRow(table);
  }

  /** A column of the key. */
  public NamedRow key(String column, Object value) {
    key.put(column, plain(value));
    return this;
  }

  /** Any other column. */
  public NamedRow with(String column, @Nullable Object value) {
    content.put(column, plain(value));
    return this;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    Object bare = BulkRowsJdbc.bare(value);
    return bare instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : bare;
  }

  /** Adds the row, or puts its content in the place of that of the same key. */
  public void put(JdbcClient jdbc) {
    List<String> columns = new ArrayList<>(key.keySet());
    columns.addAll(content.keySet());
    List<@Nullable Object> values = new ArrayList<>(key.values());
    values.addAll(content.values());
    String sql =
        "insert into %s(%s) values (%s) on conflict (%s) do update set %s"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(columns.size(), "?")),
                String.join(", ", key.keySet()),
                content.keySet().stream()
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", ")));
    jdbc.sql(sql).params(values).update();
  }
}
