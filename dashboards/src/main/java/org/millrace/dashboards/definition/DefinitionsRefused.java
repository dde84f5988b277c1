package org.millrace.dashboards.definition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The metric and board files cannot be used; carries every problem found, each with file and line.
 */
public final class DefinitionsRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  DefinitionsRefused(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(
                Collectors.joining(
                    "\n  ",
                    "The metric and board files have problems; mend these lines:\n  ",
                    "")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the files. */
  public List<Problem> problems() {
    return problems;
  }
}
