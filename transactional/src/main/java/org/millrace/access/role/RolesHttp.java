package org.millrace.access.role;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roles there are, for who gives them. */
@RestController
class RolesHttp {
  private final Roles roles;

  RolesHttp(Roles roles) {
    this.roles = roles;
  }

  record Role(String name, List<String> permissions, boolean byRegion) {}

  /**
   * Permissions with their meaning, roles with their permissions; those by region are given with
   * the regions in which they show anything.
   */
  record RolesAnswer(Map<String, String> permissions, List<Role> roles) {}

  @GetMapping("/api/roles")
  @RequiresPermission(RequiresPermission.LOGIN)
  RolesAnswer all() {
    return new RolesAnswer(
        roles.permissions(),
        roles.names().stream()
            .map(
                n ->
                    new Role(
                        n,
                        Objects.requireNonNull(roles.permissionsByRole().get(n)).stream()
                            .sorted()
                            .toList(),
                        roles.showByRegion(n)))
            .toList());
  }
}
