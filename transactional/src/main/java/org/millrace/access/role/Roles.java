package org.millrace.access.role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millrace.settings.DomainFiles;
import org.millrace.shared.Caller;
import org.millrace.shared.Problems;

/**
 * The permissions, the roles that hold them, which one person should not hold together, and the
 * modules that can be switched off.
 */
public record Roles(
    Map<String, String> permissions,
    Map<String, Set<String>> permissionsByRole,
    List<Conflict> conflicts,
    Map<String, String> modules) {
  /** Holds every permission, and is left out of the conflicts. */
  public static final String ADMIN = "admin";

  private static final String FILE = "access/roles.yaml";
  private static final String MORE = "access/domains";
  private static final String EVERYBODY = "everybody";

  public Roles {
    permissions = Map.copyOf(permissions);
    permissionsByRole = Map.copyOf(permissionsByRole);
    conflicts = List.copyOf(conflicts);
    modules = Map.copyOf(modules);
  }

  /** Two permissions that one person should not hold for one company. */
  public record Conflict(String one, String other, String reason) {}

  /** The roles of this build; refuses a file that names an unknown permission. */
  public static Roles read() {
    Map<?, ?> file = DomainFiles.file(FILE);
    for (Map<?, ?> domain : DomainFiles.in(MORE).values()) {
      file = withDomain(file, domain);
    }
    return of(file);
  }

  /** The file with the permissions of a domain, given to roles or to everybody. */
  static Map<String, Object> withDomain(Map<?, ?> file, Map<?, ?> domain) {
    Map<String, Object> permissions = new TreeMap<>();
    fill(part(file, "permissions"), permissions);
    Map<?, ?> own = part(domain, "permissions");
    own.keySet().stream()
        .filter(permissions::containsKey)
        .findFirst()
        .ifPresent(
            twice -> {
              throw new IllegalStateException(
                  "%s declares the permission '%s' a second time; keep one".formatted(MORE, twice));
            });
    fill(own, permissions);
    Map<String, Object> roles = new TreeMap<>();
    fill(part(file, "roles"), roles);
    Map<?, ?> given = part(domain, "roles");
    given.forEach(
        (role, held) -> {
          List<String> names =
              role.equals(EVERYBODY) ? List.copyOf(roles.keySet()) : List.of(role.toString());
          for (String name : names) {
            if (!roles.containsKey(name)) {
              throw new IllegalStateException(
                  "%s gives permissions to '%s', which is no role; there are %s"
                      .formatted(MORE, name, roles.keySet()));
            }
            roles.put(name, List.of(roles.get(name), held));
          }
        });
    Map<String, Object> all = new TreeMap<>();
    fill(file, all);
    all.put("permissions", permissions);
    all.put("roles", roles);
    return all;
  }

  private static Map<?, ?> part(Map<?, ?> file, String name) {
    if (file.get(name) instanceof Map<?, ?> part) {
      return part;
    }
    throw new IllegalStateException(
        "A file of permissions (%s, %s) has no '%s' with a name each".formatted(FILE, MORE, name));
  }

  private static void fill(Map<?, ?> from, Map<String, Object> to) {
    from.forEach((name, value) -> to.put(name.toString(), value));
  }

  static Roles of(Object file) {
    Map<?, ?> parts = (Map<?, ?>) file;
    Map<String, String> permissions = new TreeMap<>();
    part(parts, "permissions")
        .forEach((id, meaning) -> permissions.put(id.toString(), meaning.toString()));
    Problems problems = new Problems();
    Map<String, Set<String>> roles = new TreeMap<>();
    part(parts, "roles")
        .forEach(
            (role, held) -> {
              Set<String> all = new TreeSet<>();
              flat((List<?>) held).forEach(p -> all.addAll(matching(p, permissions, problems)));
              roles.put(role.toString(), Set.copyOf(all));
            });
    List<Conflict> conflicts = new ArrayList<>();
    for (Object each : Objects.requireNonNull((List<?>) parts.get("conflicts"))) {
      Map<?, ?> conflict = (Map<?, ?>) each;
      List<String> pair = flat(Objects.requireNonNull((List<?>) conflict.get("permissions")));
      pair.forEach(p -> matching(p, permissions, problems));
      conflicts.add(
          new Conflict(
              pair.get(0), pair.get(1), Objects.requireNonNull(conflict.get("reason")).toString()));
    }
    Map<String, String> modules = new TreeMap<>();
    if (parts.get("modules") instanceof Map<?, ?> declared) {
      declared.forEach((name, meaning) -> modules.put(name.toString(), meaning.toString()));
    }
    problems.refuse(FILE + " names a permission that it does not declare");
    return new Roles(permissions, roles, conflicts, modules);
  }

  /** The names of the roles, in order. */
  public Set<String> names() {
    return new TreeSet<>(permissionsByRole.keySet());
  }

  /** Every permission that these grants give, by company. */
  public Map<String, Set<String>> permissions(Iterable<Grant> grants) {
    Map<String, Set<String>> byCompany = new HashMap<>();
    for (Grant grant : grants) {
      byCompany
          .computeIfAbsent(grant.company(), c -> new TreeSet<>())
          .addAll(permissionsByRole.getOrDefault(grant.role(), Set.of()));
    }
    return byCompany;
  }

  /** In which regions the permissions by region of these grants hold, by company. */
  public Map<String, Map<String, Set<String>>> regions(Iterable<Grant> grants) {
    Map<String, Map<String, Set<String>>> byCompany = new HashMap<>();
    for (Grant grant : grants) {
      Map<String, Set<String>> regions =
          byCompany.computeIfAbsent(grant.company(), c -> new HashMap<>());
      permissionsByRole.getOrDefault(grant.role(), Set.of()).stream()
          .filter(permission -> permission.endsWith(Caller.RowRule.InRegions.ENDING))
          .forEach(
              permission ->
                  regions
                      .computeIfAbsent(permission, p -> new TreeSet<>())
                      .addAll(grant.regions()));
    }
    return byCompany;
  }

  /** Whether a role shows anything by region, of which it does not show all. */
  public boolean showByRegion(String role) {
    Set<String> held = permissionsByRole.getOrDefault(role, Set.of());
    return permissions.keySet().stream()
        .filter(all -> !held.contains(all))
        .flatMap(all -> Caller.RowRule.inPlaceOf(all).stream())
        .filter(some -> some.endsWith(Caller.RowRule.InRegions.ENDING))
        .anyMatch(held::contains);
  }

  /** The conflicts within these grants, each told with the company it arises in. */
  public List<String> conflictsOf(Set<Grant> grants) {
    Set<Grant> others =
        grants.stream().filter(g -> !g.role().equals(ADMIN)).collect(Collectors.toSet());
    Map<String, Set<String>> held = permissions(others);
    Set<String> everywhere = held.getOrDefault(Grant.EVERY_COMPANY, Set.of());
    Set<String> told = new TreeSet<>();
    held.forEach(
        (company, own) -> {
          Set<String> all = new TreeSet<>(own);
          all.addAll(everywhere);
          conflicts.stream()
              .filter(c -> all.contains(c.one()) && all.contains(c.other()))
              .forEach(c -> told.add(told(c, company)));
        });
    return List.copyOf(told);
  }

  private static String told(Conflict conflict, String company) {
    return "One person %s: %s and %s for %s"
        .formatted(
            conflict.reason(),
            conflict.one(),
            conflict.other(),
            company.equals(Grant.EVERY_COMPANY) ? "all companies" : "company " + company);
  }

  private static Set<String> matching(
      String asked, Map<String, String> permissions, Problems problems) {
    if (asked.equals("*")) {
      return permissions.keySet();
    }
    if (asked.startsWith("*")) {
      String end = asked.substring(1);
      return permissions.keySet().stream().filter(p -> p.endsWith(end)).collect(Collectors.toSet());
    }
    problems.require(permissions.containsKey(asked), "permission", asked, "one under permissions");
    return Set.of(asked);
  }

  /** A list may hold another one, by its anchor. */
  private static List<String> flat(List<?> list) {
    List<String> flat = new ArrayList<>();
    for (Object each : list) {
      if (each instanceof List<?> inner) {
        flat.addAll(flat(inner));
      } else {
        flat.add(each.toString());
      }
    }
    return flat;
  }
}
