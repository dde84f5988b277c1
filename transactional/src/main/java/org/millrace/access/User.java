package org.millrace.access;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.access.role.Grant;
import org.millrace.access.role.Roles;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.shared.Version;

/** A person or service that may come in, and the roles given to it. */
record User(
    String name, Set<Grant> grants, boolean active, boolean mustChangePassword, Version version) {
  User {
    name = Code.checked("user", name, 60);
    new Problems()
        .require(!grants.isEmpty(), "roles", grants, "at least one role")
        .refuse("The user " + name + " cannot be used");
    grants = Collections.unmodifiableSet(new TreeSet<>(grants));
  }

  /** The roles for every company. */
  List<String> roles() {
    return rolesFor(Grant.EVERY_COMPANY);
  }

  private List<String> rolesFor(String company) {
    return grants.stream().filter(g -> g.company().equals(company)).map(Grant::role).toList();
  }

  /** Whether this user administers the instance. */
  boolean administers() {
    return active && grants.contains(Grant.everywhere(Roles.ADMIN));
  }
}
