package org.millrace.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be done next with a document: the act as its address names it, whether it is possible
 * now, and if not, why.
 */
public record Step(String act, boolean allowed, Optional<String> reason) {
  /** The steps of all acts of a kind, with the refusal of each where there is one. */
  public static <A extends DocumentAct> List<Step> of(
      A[] acts, Function<A, Optional<String>> refusal) {
    return Arrays.stream(acts).map(act -> of(act, refusal.apply(act))).toList();
  }

  /** The same where something else allows it, else with that reason. */
  Step unless(Optional<String> hindered) {
    return allowed && hindered.isPresent() ? new Step(act, false, hindered) : this;
  }

  private static Step of(DocumentAct act, Optional<String> refusal) {
    return new Step(act.word(), refusal.isEmpty(), refusal);
  }
}
