package org.millrace.dashboards.cockpit.session;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What who wants to log in sent. Anybody can send it, so it may be neither large nor slow, or it
 * would take the memory and the threads of those who are logged in.
 */
record LoginBody(String user, String password, Optional<String> code) {
  private static final int LARGEST = 4 * 1024;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /**
   * The name, the password and, the second time, the code in the body of a request.
   *
   * @throws IllegalArgumentException when it is too large, too slow or names no user and password
   */
  static LoginBody read(HttpServletRequest request, JsonMapper json) throws IOException {
    try {
      JsonNode body = json.readTree(bytes(request));
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

  private static byte[] bytes(HttpServletRequest request) throws IOException {
    long begun = System.nanoTime();
    InputStream in = request.getInputStream();
    byte[] bytes = new byte[LARGEST + 1];
    int length = 0;
    while (length <= LARGEST) {
      int read = in.read(bytes, length, bytes.length - length);
      if (read < 0) {
        return Arrays.copyOf(bytes, length);
      }
      length += read;
      if (System.nanoTime() - begun > LONGEST.toNanos()) {
        throw new IllegalArgumentException(
            "After %d s only %d bytes of the login had come: send it at once"
                .formatted(LONGEST.toSeconds(), length));
      }
    }
    throw new IllegalArgumentException("A login has at most " + LARGEST + " bytes");
  }
}
