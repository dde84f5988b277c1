package org.millrace.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.access.password.ServiceUsers;
import org.millrace.access.role.Grant;
import org.millrace.access.role.Modules;
import org.millrace.access.role.Roles;
import org.millrace.shared.Caller;

/** Who came in by which token, and what may be done with it. */
record Visitor(TokensJdbc.Live token, Caller caller, Optional<Owed> owed) {

  /** What a person has to do before anything else. */
  enum Owed {
    PASSWORD("Change your password first: PUT /api/session/password"),
    SECOND_FACTOR(
        "Your roles ask for a second factor; set it up first: POST /api/session/second-factor");

    private final String text;

    Owed(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** Whose password alone opens nothing: holders of these roles, but for services. */
  record Demand(Set<String> roles, ServiceUsers services) {
    boolean concerns(String user, Set<Grant> grants) {
      return !services.includes(user) && grants.stream().map(Grant::role).anyMatch(roles::contains);
    }
  }

  /**
   * The permissions of the user's roles in the modules that are on, of services in all; of an API
   * key only those in its scopes, and none while something is owed.
   */
  static Visitor of(TokensJdbc.Live token, Roles roles, Demand demand, Modules modules) {
    Map<String, Set<String>> held = new HashMap<>();
    Optional<Owed> owed = owed(token, demand);
    if (owed.isEmpty()) {
      Map<String, Set<String>> all = roles.permissions(token.grants());
      held.putAll(demand.services().includes(token.user()) ? all : modules.leave(all));
    }
    token.scopes().ifPresent(scopes -> held.replaceAll((company, all) -> both(all, scopes)));
    return new Visitor(token, new Caller(token.user(), held, roles.regions(token.grants())), owed);
  }

  private static Optional<Owed> owed(TokensJdbc.Live token, Demand demand) {
    if (token.scopes().isPresent()) {
      return Optional.empty();
    }
    if (token.mustChangePassword()) {
      return Optional.of(Owed.PASSWORD);
    }
    return !token.hasSecondFactor() && demand.concerns(token.user(), token.grants())
        ? Optional.of(Owed.SECOND_FACTOR)
        : Optional.empty();
  }

  private static Set<String> both(Set<String> all, Set<String> scopes) {
    Set<String> both = new HashSet<>(all);
    both.retainAll(scopes);
    return both;
  }
}
