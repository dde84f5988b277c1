package org.millrace.document;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.millrace.shared.Version;

/**
 * A document as it is answered: its own fields, its version, and what can be done next.
 *
 * @param document its fields stand beside version and steps
 */
public record DocumentAnswer<T>(@JsonUnwrapped T document, Version version, List<Step> steps) {
  public DocumentAnswer {
    steps = List.copyOf(steps);
  }
}
