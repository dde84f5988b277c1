package org.millrace.dashboards.cockpit.session;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.security.access.AccessDeniedException;

/** A logged-in user as the core knows it now, and the token it came with. */
public record Visitor(String user, Rights rights, Instant expiresAt, String token) {
  private static final String EVERY_COMPANY = "*";

  /** The roles, the permissions they give by company, and what is to be done before all else. */
  public record Rights(
      Set<String> roles,
      Map<String, Set<String>> permissions,
      boolean mustChangePassword,
      boolean mustSetUpSecondFactor) {
    public Rights {
      roles = Set.copyOf(roles);
      Map<String, Set<String>> copy = new TreeMap<>();
      permissions.forEach((company, held) -> copy.put(company, Set.copyOf(held)));
      permissions = Map.copyOf(copy);
    }
  }

  /** Whether the visitor has that permission for that company. */
  public boolean may(String company, String permission) {
    Map<String, Set<String>> held = rights.permissions();
    return held.getOrDefault(EVERY_COMPANY, Set.of()).contains(permission)
        || held.getOrDefault(company, Set.of()).contains(permission);
  }

  /** Whether any role of the visitor is for that company. */
  public boolean knows(String company) {
    Map<String, Set<String>> held = rights.permissions();
    return held.containsKey(EVERY_COMPANY) || held.containsKey(company);
  }

  /** Lets only visitors pass who have to do with that company. */
  public String requireCompany(String company) {
    if (!knows(company)) {
      throw new AccessDeniedException(
          "None of the roles of " + user + " is for company " + company + "; ask an administrator");
    }
    return company;
  }
}
