package org.millrace.document;

import java.util.Locale;
import java.util.Optional;
import org.millrace.shared.Refused;

/** Where a document stands; the acts that each state allows are declared by it alone. */
public interface DocumentState<A extends DocumentAct> {
  /** The name of the constant. */
  String name();

  /** The state as answers name it. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the act is possible in this state. */
  boolean allows(A act);

  /** What to do instead of an act that is not possible: {@code Open a new ticket.} */
  String instead();

  /** Why the act is not possible, absent when it is. */
  default Optional<String> refusal(A act, String document) {
    return allows(act)
        ? Optional.empty()
        : Optional.of(
            "%s cannot %s: it is %s. %s"
                .formatted(
                    document,
                    act.words(),
                    name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    instead()));
  }

  /**
   * Passes when the act is possible in this state.
   *
   * @throws Refused as conflict, naming the document, its state and what to do
   */
  default void require(A act, String document) {
    Refused.conflictIf(refusal(act, document));
  }
}
