package org.millrace.web.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.millrace.json.Json;
import org.millrace.shared.Caller;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventType;
import org.millrace.web.AskedPermission;
import org.millrace.web.approval.ApprovalNeed;
import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a command would do: the answer it would give, and the events it would publish, of those
 * domains that the caller may read and without what he may not see. What needs approval is named.
 */
record PreviewHttp(int status, JsonNode answer, List<Event> events, List<ApprovalNeed> approvals) {
  /** Asks for this instead of the act. */
  static final String HEADER = "Preview";

  private static final JsonMapper ANSWERS = Json.answers(AskedPermission::isHeld);

  /** An event under its name. */
  record Event(String event, JsonNode content) {}

  static boolean isAskedBy(HttpServletRequest request) {
    return "true".equalsIgnoreCase(request.getHeader(HEADER));
  }

  static PreviewHttp of(
      ContentCachingResponseWrapper answer,
      List<DomainEvent> events,
      String company,
      List<ApprovalNeed> approvals) {
    List<Event> told = new ArrayList<>();
    for (DomainEvent event : events) {
      String name = event.getClass().getAnnotation(EventType.class).value();
      String domain = name.substring(0, name.indexOf('.'));
      if (Caller.current().may(company, domain + ".read")) {
        ObjectNode content = ANSWERS.valueToTree(event);
        content.remove("head");
        told.add(new Event(name, content));
      }
    }
    byte[] body = answer.getContentAsByteArray();
    return new PreviewHttp(
        answer.getStatus(),
        body.length == 0 ? ANSWERS.createObjectNode() : ANSWERS.readTree(body),
        told,
        approvals);
  }

  void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setHeader(HEADER, "true");
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(ANSWERS.writeValueAsBytes(this));
  }
}
