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
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The core's own files of roles, as the core answers them for a session. */
final class TestingRoles {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<Map<?, ?>> FILES = files();

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
    FILES.forEach(file -> part(file, "permissions").keySet().forEach(p -> all.add(p.toString())));
    return all;
  }

  /** The names of all roles. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    part(FILES.get(0), "roles").keySet().forEach(each -> names.add(each.toString()));
    return names;
  }

  /** The permissions of a role; each domain gives of its own to roles or to everybody. */
  static Set<String> of(String role) {
    Set<String> held = new TreeSet<>();
    for (Map<?, ?> file : FILES) {
      for (String given : List.of(role, "everybody")) {
        Object listed = part(file, "roles").get(given);
        if (listed != null) {
          add((List<?>) listed, held);
        }
      }
    }
    return held;
  }

  private static Map<?, ?> part(Map<?, ?> file, String name) {
    return (Map<?, ?>) file.get(name);
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

  /** The file of all roles, then those of the domains. */
  private static List<Map<?, ?>> files() {
    Path access =
        Path.of("").toAbsolutePath().getParent().resolve("transactional/src/main/resources/access");
    try (Stream<Path> domains = Files.list(access.resolve("domains"))) {
      return Stream.concat(Stream.of(access.resolve("roles.yaml")), domains.sorted())
          .<Map<?, ?>>map(TestingRoles::file)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> file(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
