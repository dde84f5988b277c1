package org.millrace.access.role;

import java.util.Comparator;
import java.util.List;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The modules that can be switched off, and which are on. */
@RestController
class ModulesHttp {
  private final Roles roles;
  private final Modules modules;

  ModulesHttp(Roles roles, Modules modules) {
    this.roles = roles;
    this.modules = modules;
  }

  record Module(String name, String meaning, boolean on) {}

  record ModulesAnswer(List<Module> modules) {}

  @GetMapping("/api/modules")
  @RequiresPermission(RequiresPermission.LOGIN)
  ModulesAnswer all() {
    return new ModulesAnswer(
        roles.modules().entrySet().stream()
            .map(each -> new Module(each.getKey(), each.getValue(), modules.isOn(each.getKey())))
            .sorted(Comparator.comparing(Module::name))
            .toList());
  }
}
