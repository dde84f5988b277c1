package org.millrace.dashboards.definition;

import java.util.List;
import java.util.stream.Collectors;

/** Definition files cannot be used; carries every problem found, each with file and line. */
public final class DefinitionsRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public DefinitionsRefused(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(
                Collectors.joining(
                    "\n  ", "These definition files have problems; mend these lines:\n  ", "")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the files. */
  public List<Problem> problems() {
    return problems;
  }
}
