package org.millrace.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.shared.Version;

/**
 * A document as it is answered: its own fields, its version, and what can be done next. The values
 * of custom fields stand under their names in {@code custom}.
 *
 * @param document its fields stand beside version and steps
 */
public record DocumentAnswer<T>(
    @JsonUnwrapped T document,
    Version version,
    List<Step> steps,
    Optional<Map<String, Object>> custom) {
  public DocumentAnswer {
    steps = List.copyOf(steps);
  }
}
