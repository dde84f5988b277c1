package org.millrace.dashboards.cockpit;

import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HealthHttp {
  private final JdbcTemplate mart;

  HealthHttp(JdbcTemplate mart) {
    this.mart = mart;
  }

  record Health(String status, String part, double behindSeconds, String detail) {}

  @GetMapping("/health")
  ResponseEntity<Health> health() {
    try {
      mart.queryForObject("select 1", Integer.class);
      return ResponseEntity.ok(new Health("up", "cockpit", 0, "Serving boards"));
    } catch (DataAccessException e) {
      return ResponseEntity.status(503)
          .body(
              new Health(
                  "down",
                  "cockpit",
                  0,
                  "The database does not answer; see ./millrace logs postgres"));
    }
  }
}
