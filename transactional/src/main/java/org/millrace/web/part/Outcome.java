package org.millrace.web.part;

import java.util.Optional;
import org.millrace.web.ProblemAnswer;

/**
 * What came of a part: one of both.
 *
 * @param done what is told of it when it is done
 * @param refused why it was refused, as it would have been alone; it changed nothing
 */
public record Outcome<R>(Optional<R> done, Optional<ProblemAnswer> refused) {
  /** It is done. */
  public static <R> Outcome<R> of(R result) {
    return new Outcome<>(Optional.of(result), Optional.empty());
  }

  /** It was refused. */
  public static <R> Outcome<R> of(ProblemAnswer problem) {
    return new Outcome<>(Optional.empty(), Optional.of(problem));
  }
}
