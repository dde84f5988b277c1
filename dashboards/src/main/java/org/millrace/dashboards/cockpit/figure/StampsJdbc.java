package org.millrace.dashboards.cockpit.figure;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.dashboards.CockpitSettings;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Refresh;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what the warehouse says about each published table. */
@Component
final class StampsJdbc {
  private static final String PUBLICATIONS =
      "select table_name, delta_version, complete_to, published_at, reason,"
          // a mart that an older warehouse made does not have these columns yet
          + " (to_jsonb(p) ->> 'calculated_at')::timestamptz, (to_jsonb(p) ->> 'as_of')::date"
          + " from mart.publication p where published_at is not null";

  private final JdbcTemplate mart;
  private final Clock clock;
  private final Map<String, Duration> patience = new HashMap<>();

  StampsJdbc(JdbcTemplate mart, Clock clock, CockpitSettings settings) {
    this.mart = mart;
    this.clock = clock;
    Catalog.read(settings.root().resolve("warehouse/tables"))
        .tables(Layer.GOLD)
        .forEach(table -> patience.put(table.name().table(), patience(table.refresh())));
  }

  /** All published tables by name; empty before the first publication. */
  Map<String, Stamp> all() {
    if (!exists("mart.publication")) {
      return Map.of();
    }
    Map<String, List<String>> failed = failed();
    Instant now = clock.instant();
    Map<String, Stamp> stamps = new TreeMap<>();
    mart.query(
        PUBLICATIONS,
        row -> {
          String table = row.getString(1);
          stamps.put(table, stamp(row, now, failed.getOrDefault(table, List.of())));
        });
    return stamps;
  }

  private Stamp stamp(ResultSet row, Instant now, List<String> failed) throws SQLException {
    String table = row.getString(1);
    Optional<Instant> published = instant(row.getTimestamp(4));
    Optional<Instant> complete = instant(row.getTimestamp(3));
    Optional<Instant> calculated = instant(row.getTimestamp(6));
    double behind = seconds(complete.or(() -> published), now);
    double age = seconds(calculated.or(() -> complete).or(() -> published), now);
    List<String> wrong = new ArrayList<>(failed);
    if (!row.getString(5).isBlank()) {
      wrong.add(row.getString(5)); // why it was stopped, or what is held back
    }
    return new Stamp(
        table,
        row.getLong(2),
        published,
        complete,
        new Stamp.Calculated(
            calculated, Optional.ofNullable(row.getDate(7)).map(Date::toLocalDate)),
        new Stamp.Age(
            age, behind, patience.getOrDefault(table, patience(Refresh.LIVE)).toSeconds()),
        wrong);
  }

  private static double seconds(Optional<Instant> since, Instant now) {
    return since
        .map(moment -> Math.max(0, Duration.between(moment, now).toMillis() / 1000.0))
        .orElse(0.0);
  }

  private static Optional<Instant> instant(Timestamp time) {
    return Optional.ofNullable(time).map(Timestamp::toInstant);
  }

  private Map<String, List<String>> failed() {
    Map<String, List<String>> failed = new HashMap<>();
    if (exists("mart.data_check")) {
      mart.query(
          "select table_name, check_name, severity, failing_rows from mart.data_check"
              + " where status = 'failed' order by 1, 2",
          row -> {
            String table = row.getString(1).replaceFirst("^.*\\.", "");
            failed
                .computeIfAbsent(table, t -> new ArrayList<>())
                .add(row.getString(2) + " (" + row.getString(3) + ", " + row.getLong(4) + ")");
          });
    }
    return failed;
  }

  /** Whether the warehouse has made these tables, published or still empty. */
  boolean haveAll(List<String> tables) {
    return Boolean.TRUE.equals(
        mart.queryForObject(
            "select coalesce(bool_and(to_regclass('mart.' || name) is not null), true)"
                + " from unnest(string_to_array(?, ',')) as name",
            Boolean.class,
            String.join(",", tables)));
  }

  private boolean exists(String table) {
    return Boolean.TRUE.equals(
        mart.queryForObject("select to_regclass(?) is not null", Boolean.class, table));
  }

  private static Duration patience(Refresh refresh) {
    return switch (refresh) {
      case LIVE -> Duration.ofMinutes(2);
      case BATCHED -> Duration.ofMinutes(10);
      case ON_RUN -> Duration.ofDays(8);
    };
  }
}
