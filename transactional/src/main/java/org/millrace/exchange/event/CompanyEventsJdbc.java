package org.millrace.exchange.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class CompanyEventsJdbc implements CompanyEvents {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  CompanyEventsJdbc(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public List<Told> after(
      CompanyCode company, EventPosition position, List<String> types, int most) {
    return jdbc.sql(
            """
            select tx::text || '-' || position as place, event_id, type, schema_version, company,
              aggregate_id, aggregate_version, occurred_at, recorded_at, actor, payload
            from outbox.event
            where (tx, position) > (cast(:tx as xid8), :place)
              and tx < pg_snapshot_xmin(pg_current_snapshot())
              and company = :company
              and (cast(:types as text[]) = '{}' or type like any (cast(:types as text[])))
            order by tx, position
            limit :most
            """)
        .param("tx", position.transaction())
        .param("place", position.place())
        .param("company", company.value())
        .param("types", patterns(types))
        .param("most", most)
        .query((row, number) -> told(row))
        .list();
  }

  private static String[] patterns(List<String> types) {
    return types.stream()
        .map(type -> type.replace("_", "\\_").replace('*', '%'))
        .toArray(String[]::new);
  }

  private Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getString("place"),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getInt("schema_version"),
        row.getString("company"),
        row.getString("aggregate_id"),
        row.getLong("aggregate_version"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        json.readTree(row.getString("payload")));
  }

  @Override
  public EventPosition latest() {
    return jdbc.sql(
            """
            select tx::text as tx, position from outbox.event
            where tx < pg_snapshot_xmin(pg_current_snapshot())
            order by tx desc, position desc limit 1
            """)
        .query((row, n) -> new EventPosition(row.getString("tx"), row.getLong("position")))
        .optional()
        .orElseGet(EventPosition::start);
  }
}
