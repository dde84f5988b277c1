package org.millrace.dashboards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The core's own file of roles, as the core answers it for a session. */
final class TestingRoles {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<?, ?> FILE = file();

  private TestingRoles() {}

  /** What GET /api/session answers for a user with one role. */
  static String session(String user, String company, String role) {
    return JSON.writeValueAsString(
        Map.of(
            "user",
            user,
            "roles",
            List.of(role),
            "expiresAt",
            "2099-01-01T00:00:00Z",
            "permissions",
            Map.of(company, of(role)),
            "mustChangePassword",
            false));
  }

  /** Every permission there is. */
  static Set<String> permissions() {
    Set<String> all = new TreeSet<>();
    ((Map<?, ?>) FILE.get("permissions")).keySet().forEach(each -> all.add(each.toString()));
    return all;
  }

  /** The names of all roles. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    ((Map<?, ?>) FILE.get("roles")).keySet().forEach(each -> names.add(each.toString()));
    return names;
  }

  /** The permissions of a role. */
  static Set<String> of(String role) {
    Set<String> held = new TreeSet<>();
    add((List<?>) ((Map<?, ?>) FILE.get("roles")).get(role), held);
    return held;
  }

  private static void add(List<?> listed, Set<String> held) {
    for (Object each : listed) {
      if (each instanceof List<?> more) {
        add(more, held);
      } else if (each.equals("*")) {
        held.addAll(permissions());
      } else {
        held.add(each.toString());
      }
    }
  }

  private static Map<?, ?> file() {
    Path root = Path.of("").toAbsolutePath().getParent();
    Path file = root.resolve("transactional/src/main/resources/access/roles.yaml");
    try (InputStream in = Files.newInputStream(file)) {
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
