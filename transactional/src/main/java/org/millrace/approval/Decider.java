package org.millrace.approval;

import java.util.Optional;

/** A user who may decide a step, by a role of the user's own or in the place of another one. */
public record Decider(String user, Optional<String> onBehalfOf) {
  /** By a role of one's own. */
  public static Decider of(String user) {
    return new Decider(user, Optional.empty());
  }

  /** Whether the user decides as that one, in person or by delegation. */
  public boolean actsFor(String other) {
    return user.equals(other) || onBehalfOf.filter(other::equals).isPresent();
  }
}
