package org.millrace.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether this process can do its work. */
@RestController
class HealthHttp {
  private final JdbcClient jdbc;
  private final Clock clock;

  HealthHttp(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record Health(String status, String part, double behindSeconds, String detail) {}

  @GetMapping("/health")
  @RequiresPermission(RequiresPermission.NONE)
  ResponseEntity<Health> health() {
    Instant asked = clock.instant();
    try {
      long position =
          jdbc.sql("select coalesce(max(position), 0) from outbox.event")
              .query(Long.class)
              .single();
      double seconds = Duration.between(asked, clock.instant()).toMillis() / 1000.0;
      return ResponseEntity.ok(
          new Health("up", "core", seconds, "The outbox stands at position " + position));
    } catch (DataAccessException e) {
      return ResponseEntity.status(503)
          .body(
              new Health(
                  "down",
                  "core",
                  0,
                  "PostgreSQL does not answer: start it with ./millrace up. " + e.getMessage()));
    }
  }
}
