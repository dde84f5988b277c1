package org.millrace.access;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.millrace.access.role.Grant;
import org.millrace.access.role.Roles;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.shared.Version;

/** A person or service that may come in, and the roles given to it. */
record User(
    String name, Set<Grant> grants, boolean active, boolean mustChangePassword, Version version) {
  User {
    name = Code.checked("name", "user", name, 60);
    new Problems()
        .require(!grants.isEmpty(), "roles", grants, "at least one role")
        .refuse("The user " + name + " cannot be used");
    grants = Collections.unmodifiableSet(Grant.merged(grants));
  }

  /** The roles for every company that are given without regions. */
  List<String> roles() {
    return grants.stream().filter(User::isRoleAlone).map(Grant::role).toList();
  }

  /** The others, for single companies or in some regions. */
  List<Grant> otherGrants() {
    return grants.stream().filter(g -> !isRoleAlone(g)).toList();
  }

  private static boolean isRoleAlone(Grant grant) {
    return grant.isEverywhere(grant.role()) && grant.regions().isEmpty();
  }

  /** Whether this user administers the instance. */
  boolean administers() {
    return active && grants.stream().anyMatch(g -> g.isEverywhere(Roles.ADMIN));
  }
}
