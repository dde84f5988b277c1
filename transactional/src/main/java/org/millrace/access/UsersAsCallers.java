package org.millrace.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.access.role.Modules;
import org.millrace.access.role.Roles;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.approval.Callers;

/** What users may do by the roles that they hold now. */
final class UsersAsCallers implements Callers {
  private final UsersJdbc users;
  private final Roles roles;
  private final Modules modules;

  UsersAsCallers(UsersJdbc users, Roles roles, Modules modules) {
    this.modules = modules;
    this.users = users;
    this.roles = roles;
  }

  @Override
  public Caller of(String user) {
    User found =
        users
            .find(user)
            .filter(User::active)
            .orElseThrow(() -> Refused.forbidden("The user " + user + " may not come in any more"));
    Map<String, Set<String>> held = modules.leave(roles.permissions(found.grants()));
    return new Caller(user, held, roles.regions(found.grants()));
  }

  @Override
  public List<String> holding(CompanyCode company, String role) {
    return users.holding(company, role);
  }

  @Override
  public Set<String> rolesGiving(String permission) {
    Set<String> giving = new TreeSet<>(roles.names());
    giving.removeIf(
        role -> !roles.permissionsByRole().getOrDefault(role, Set.of()).contains(permission));
    return giving;
  }
}
