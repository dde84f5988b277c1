package org.millrace.web.part;

import java.util.Map;
import java.util.Optional;
import org.millrace.shared.Version;
import org.springframework.web.method.HandlerMethod;

/**
 * One command of a larger one.
 *
 * @param name tells it from the other parts
 * @param handler carries it out
 * @param path the address at which it could have come alone
 * @param variables what stands in that address
 * @param expected the version that it was decided on
 * @param body its JSON
 */
public record Part(
    String name,
    HandlerMethod handler,
    String path,
    Map<String, String> variables,
    Optional<Version> expected,
    String body) {
  public Part {
    variables = Map.copyOf(variables);
  }
}
