package org.millrace.dashboards.cockpit.session;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What who wants to log in sent; {@link DoorFilter} bounds it. */
record LoginBody(String user, String password, Optional<String> code) {
  /**
   * The name, the password and, the second time, the code in the body of a request.
   *
   * @throws IllegalArgumentException when it names no user and password
   */
  static LoginBody read(HttpServletRequest request, JsonMapper json) throws IOException {
    try {
      JsonNode body = json.readTree(request.getInputStream());
      JsonNode user = body.path("user");
      JsonNode password = body.path("password");
      if (user.isString() && password.isString()) {
        return new LoginBody(user.asString(), password.asString(), body.path("code").asStringOpt());
      }
    } catch (JacksonException unreadable) {
      // said below, as what is no object or has no text in it
    }
    throw new IllegalArgumentException(
        "The body is no login: send {\"user\": \"...\", \"password\": \"...\"} as JSON");
  }
}
