package org.millrace.dashboards.cockpit;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a refused request answers; the same form as the core's. */
public record ProblemAnswer(
    String type, String title, int status, String detail, List<Wrong> problems) {

  /** One wrong field. */
  public record Wrong(String field, String value, String expected) {}

  /** A problem without fields. */
  public static ProblemAnswer of(int status, String title, String detail) {
    return new ProblemAnswer("about:blank", title, status, detail, List.of());
  }

  /** As an HTTP answer. */
  public ResponseEntity<ProblemAnswer> answer() {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(this);
  }
}
