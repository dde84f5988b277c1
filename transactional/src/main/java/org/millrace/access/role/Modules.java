package org.millrace.access.role;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.shared.Problems;

/**
 * Which modules are switched off. A module is what the permissions of one name are for: without
 * {@code service} nobody has {@code service.read}.
 */
public final class Modules {
  private final Set<String> off;

  private Modules(Set<String> off) {
    this.off = Set.copyOf(off);
  }

  /**
   * All but those.
   *
   * @throws org.millrace.shared.Refused when one cannot be switched off
   */
  public static Modules without(Set<String> off, Roles roles) {
    new Problems()
        .require(
            roles.modules().keySet().containsAll(off),
            "MILLRACE_MODULES_OFF",
            String.join(",", off),
            "some of " + roles.modules().keySet().stream().sorted().toList())
        .refuse("The core cannot start with these settings");
    return new Modules(off);
  }

  public boolean isOn(String module) {
    return !off.contains(module);
  }

  /** What is left of the permissions by company. */
  public Map<String, Set<String>> leave(Map<String, Set<String>> permissions) {
    Map<String, Set<String>> left = new HashMap<>();
    permissions.forEach(
        (company, held) ->
            left.put(
                company,
                held.stream()
                    .filter(permission -> isOn(of(permission)))
                    .collect(Collectors.toSet())));
    return left;
  }

  /** What to tell somebody who lacks a permission because its module is switched off. */
  public Optional<String> missing(String permission) {
    return Optional.of(of(permission))
        .filter(module -> !isOn(module))
        .map(
            module ->
                ("The module %s is switched off here."
                        + " Who administers Millrace switches it on by the setting modules-off.")
                    .formatted(module));
  }

  private static String of(String permission) {
    return permission.substring(0, Math.max(0, permission.indexOf('.')));
  }
}
