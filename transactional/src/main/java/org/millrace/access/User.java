package org.millrace.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.shared.Version;

/** A person or service that may come in. */
record User(String name, Set<UserRole> roles, boolean active, Version version) {
  User {
    name = Code.checked("user", name, 60);
    new Problems()
        .require(!roles.isEmpty(), "roles", roles, "at least one role")
        .refuse("The user " + name + " cannot be used");
    roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
  }
}
