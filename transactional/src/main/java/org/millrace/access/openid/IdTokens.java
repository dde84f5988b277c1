package org.millrace.access.openid;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the issuer says of somebody who has just logged in there. */
public interface IdTokens {
  /** The longest time between the login at the issuer and the one here. */
  long FRESH_SECONDS = 300;

  /** Whom a token names, what the roles are mapped from, and until when it is good. */
  record Identity(String user, Set<String> values, Instant until) {}

  /**
   * What a token says; empty when it is not from the issuer, for another client, old or without a
   * name.
   *
   * @throws IllegalStateException when the issuer does not answer
   */
  Optional<Identity> identity(String token);
}
