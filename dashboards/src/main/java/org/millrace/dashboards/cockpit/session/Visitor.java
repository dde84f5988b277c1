package org.millrace.dashboards.cockpit.session;

import java.time.Instant;
import java.util.Set;

/** A logged-in user: name, roles in small letters, end of the session, and the core's token. */
public record Visitor(String user, Set<String> roles, Instant expiresAt, String token) {
  public Visitor {
    roles = Set.copyOf(roles);
  }

  /** Whether the visitor may read the lines of the journal. */
  public boolean mayReadJournal() {
    return roles.contains("admin") || roles.contains("finance");
  }
}
