package org.millrace.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What came of a case: passed where nothing differs and nothing stopped it.
 *
 * @param company the company it was acted in
 * @param stopped what stopped it: a refusal, or a word that is not known
 */
public record Outcome(
    Scenario scenario, String company, List<Difference> differences, Optional<String> stopped) {
  public Outcome {
    differences = List.copyOf(differences);
  }

  /** Whether all came as expected. */
  public boolean isPassed() {
    return differences.isEmpty() && stopped.isEmpty();
  }
}
