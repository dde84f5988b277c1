package org.millrace.dashboards.superset.server;

import java.util.List;
import java.util.Map;

/** What Superset answered. */
public record Reply(int status, String body) {
  /** Whether it did what was asked. */
  public boolean isOk() {
    return status >= 200 && status < 300;
  }

  /** The body as an object. */
  public Map<String, Object> json() {
    return Json.object(body);
  }

  /** The reasons in the body, however this version of the server packs them. */
  public String reason() {
    if (!body.stripLeading().startsWith("{")) {
      return body.isBlank() ? "no reason given" : body.strip().lines().limit(3).toList().toString();
    }
    Map<String, Object> json = json();
    List<String> errors =
        Json.objects(json, "errors").stream().map(Reply::error).filter(e -> !e.isBlank()).toList();
    if (!errors.isEmpty()) {
      return String.join("; ", errors);
    }
    Object message = json.getOrDefault("message", json.getOrDefault("msg", json.get("error")));
    return message == null ? body : message.toString();
  }

  private static String error(Map<String, Object> error) {
    Map<String, Object> extra = Json.object(error, "extra");
    String message =
        Json.text(error, "message").replaceFirst("(?s)\\s*\\(Background on this.*", "");
    StringBuilder text = new StringBuilder(message);
    extra.forEach(
        (key, value) -> {
          if (!key.equals("issue_codes")) {
            text.append(" [").append(key).append(": ").append(value).append(']');
          }
        });
    return text.toString();
  }
}
