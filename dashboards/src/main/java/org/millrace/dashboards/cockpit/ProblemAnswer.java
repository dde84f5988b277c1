package org.millrace.dashboards.cockpit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** What a refused request answers; the same form as the core's. */
public record ProblemAnswer(
    String type, String title, int status, String detail, List<Wrong> problems) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One wrong field. */
  public record Wrong(String field, String value, String expected) {}

  /** A problem without fields. */
  public static ProblemAnswer of(int status, String title, String detail) {
    return new ProblemAnswer("about:blank", title, status, detail, List.of());
  }

  /** As the answer of a filter, before any handler of Spring is reached. */
  public void write(HttpServletResponse out) throws IOException {
    out.setStatus(status);
    out.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    out.getOutputStream().write(JSON.writeValueAsBytes(this));
  }

  /** As an HTTP answer. */
  public ResponseEntity<ProblemAnswer> answer() {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(this);
  }
}
