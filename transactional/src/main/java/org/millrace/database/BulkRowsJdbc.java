package org.millrace.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * COPY in PostgreSQL's text format, a slice of rows at a time so that memory stays flat. The few
 * rows of a single document are inserted: the server plans that once, a COPY each time.
 */
@Component
class BulkRowsJdbc implements BulkRows {
  private static final int SLICE = 5_000;
  private static final int FEW = 8;

  private final JdbcTemplate jdbc;
  private final GrowingTables growing = new GrowingTables();

  BulkRowsJdbc(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void copy(String table, List<String> columns, List<Object[]> rows) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Rows for " + table + " must be written in a transaction");
    }
    if (rows.size() <= FEW) {
      insert(table, columns, rows);
    } else {
      copySlices(table, columns, rows);
    }
    added(table, rows.size());
  }

  @Override
  public void added(String table, int rows) {
    if (growing.hasDoubled(table, rows, () -> knownRows(table))) {
      jdbc.execute("analyze (skip_locked) " + table); // waits for nobody, so it cannot deadlock
    }
  }

  @Override
  public Set<String> copyMissing(
      String table, Map<String, String> columns, String key, List<Object[]> rows) {
    List<String> names = List.copyOf(columns.keySet());
    rows.forEach(row -> requireAll(row, names.size(), table));
    String sql =
        """
        insert into %s (%s) select %s from unnest(%s) as r (%s)
        on conflict (company, %s) do nothing returning %s
        """
            .formatted(
                table,
                String.join(", ", names),
                names.stream()
                    .map(name -> "r." + name + "::" + columns.get(name))
                    .collect(Collectors.joining(", ")),
                names.stream().map(name -> "?::text[]").collect(Collectors.joining(", ")),
                String.join(", ", names),
                key,
                key);
    Object[] values =
        IntStream.range(0, names.size())
            .mapToObj(at -> rows.stream().map(row -> text(bare(row[at]))).toArray(String[]::new))
            .toArray();
    Set<String> added = new HashSet<>(jdbc.queryForList(sql, String.class, values));
    added(table, added.size());
    return added;
  }

  private void insert(String table, List<String> columns, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    rows.forEach(row -> requireAll(row, columns.size(), table));
    String marks = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    String sql =
        "insert into %s (%s) values %s"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(rows.size(), marks)));
    jdbc.update(
        sql,
        statement -> {
          int at = 0;
          for (Object[] row : rows) {
            for (Object value : row) {
              at++;
              statement.setObject(at, text(bare(value)), Types.OTHER); // the server knows the type
            }
          }
        });
  }

  private static @Nullable String text(@Nullable Object bare) {
    if (bare == null) {
      return null;
    }
    if (bare instanceof String[] texts) {
      return Arrays.stream(texts)
          .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
          .collect(Collectors.joining(",", "{", "}"));
    }
    return bare instanceof BigDecimal decimal ? decimal.toPlainString() : bare.toString();
  }

  /** One statement however many rows there are: what is checked by statement sees all of them. */
  private void copySlices(String table, List<String> columns, List<Object[]> rows) {
    String sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
    jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
              try {
                for (int from = 0; from < rows.size(); from += SLICE) {
                  List<Object[]> slice = rows.subList(from, Math.min(rows.size(), from + SLICE));
                  byte[] text =
                      asText(slice, columns.size(), table).getBytes(StandardCharsets.UTF_8);
                  copy.writeToCopy(text, 0, text.length);
                }
                return copy.endCopy();
              } finally {
                if (copy.isActive()) {
                  copy.cancelCopy();
                }
              }
            });
  }

  private long knownRows(String table) {
    Long rows =
        jdbc.queryForObject(
            "select greatest(reltuples, 0)::bigint from pg_class where oid = ?::regclass",
            Long.class,
            table);
    return rows == null ? 0 : rows;
  }

  static String asText(List<Object[]> rows, int columns, String table) {
    StringBuilder text = new StringBuilder(rows.size() * 80);
    for (Object[] row : rows) {
      requireAll(row, columns, table);
      for (int i = 0; i < columns; i++) {
        if (i > 0) {
          text.append('\t');
        }
        append(text, row[i]);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void requireAll(Object[] row, int columns, String table) {
    if (row.length != columns) {
      throw new IllegalArgumentException(
          "A row for " + table + " has " + row.length + " values for " + columns + " columns");
    }
  }

  private static void append(StringBuilder text, @Nullable Object value) {
    String bare = text(bare(value));
    if (bare == null) {
      text.append("\\N");
    } else {
      escape(text, bare);
    }
  }

  static @Nullable Object bare(@Nullable Object value) {
    Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (inner instanceof Code code) {
      return code.value();
    }
    if (inner instanceof Quantity quantity) {
      return quantity.value();
    }
    if (inner instanceof Money money) {
      return money.amount();
    }
    return inner instanceof Currency currency ? currency.getCurrencyCode() : inner;
  }

  private static void escape(StringBuilder text, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
