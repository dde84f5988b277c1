package org.millrace.access.role;

import java.util.ArrayList;
import java.util.List;
import org.millrace.access.password.ServiceUsers;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may do alone what two people should do, for who controls that. */
@RestController
class ConflictsHttp {
  private final GrantsJdbc grants;
  private final Roles roles;
  private final ServiceUsers services;

  ConflictsHttp(GrantsJdbc grants, Roles roles, ServiceUsers services) {
    this.grants = grants;
    this.roles = roles;
    this.services = services;
  }

  /** A person with the conflicts of the roles given; an administrator may do everything anyway. */
  record Holder(String user, boolean administers, List<String> conflicts) {}

  /** Active people alone: neither the services beside the core nor who cannot come in. */
  @GetMapping("/api/access/conflicts")
  @RequiresPermission("audit.read")
  List<Holder> conflicts() {
    List<Holder> holders = new ArrayList<>();
    grants
        .ofActive()
        .forEach(
            (user, held) -> {
              boolean administers = held.stream().anyMatch(g -> g.role().equals(Roles.ADMIN));
              List<String> conflicts = roles.conflictsOf(held);
              if (!services.includes(user) && (administers || !conflicts.isEmpty())) {
                holders.add(new Holder(user, administers, conflicts));
              }
            });
    return holders;
  }
}
