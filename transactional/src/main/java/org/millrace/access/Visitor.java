package org.millrace.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.millrace.shared.Caller;

/** Who came in by which token, and what may be done with it. */
record Visitor(TokensJdbc.Live token, Caller caller) {

  /**
   * The permissions of the user's roles; of an API key only those in its scopes, and none while the
   * password must be changed.
   */
  static Visitor of(TokensJdbc.Live token, Roles roles) {
    Map<String, Set<String>> held = new HashMap<>();
    if (!token.mustChangePassword() || token.scopes().isPresent()) {
      roles.permissions(token.grants()).forEach((company, all) -> held.put(company, all));
    }
    token.scopes().ifPresent(scopes -> held.replaceAll((company, all) -> both(all, scopes)));
    return new Visitor(token, new Caller(token.user(), held));
  }

  private static Set<String> both(Set<String> all, Set<String> scopes) {
    Set<String> both = new HashSet<>(all);
    both.retainAll(scopes);
    return both;
  }
}
