package org.millrace.web.command;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.RequiresPermission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who did what when: every command carried out, with the first hundred events it caused, and logins
 * that failed, with the address they came from.
 */
@RestController
@RequestMapping("/api/audit")
class AuditHttp {
  private final JdbcClient jdbc;

  AuditHttp(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Done(
      Instant recordedAt,
      String actor,
      String method,
      String path,
      int status,
      String correlationId,
      Optional<String> address,
      List<String> events) {}

  @GetMapping
  @RequiresPermission("audit.read")
  Page<Done> page(
      @RequestParam Optional<String> search, @RequestParam(defaultValue = "1") int page) {
    PageRequest asked = new PageRequest(search, page);
    return asked.page(
        jdbc.sql(
                """
                select c.*, array(
                    select e.type || ' ' || e.aggregate_id from outbox.event e
                    where e.correlation_id = c.correlation_id order by e.position limit 100)
                  as events
                from (
                  select * from web.command where actor ilike ? or path ilike ?
                  order by position desc limit ? offset ?) c
                order by c.position desc
                """)
            .params(asked.pattern(), asked.pattern(), asked.limit(), asked.offset())
            .query(
                (row, n) ->
                    new Done(
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("method"),
                        row.getString("path"),
                        row.getInt("status"),
                        row.getString("correlation_id"),
                        Optional.ofNullable(row.getString("address")),
                        List.of((String[]) row.getArray("events").getArray())))
            .list());
  }
}
