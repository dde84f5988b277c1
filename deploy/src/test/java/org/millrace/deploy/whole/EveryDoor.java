package org.millrace.deploy.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Each role at each door of a running house that knows who asks: what the files of the tables and
 * the description of the API say it may see, and nothing else. Tables and endpoints are found by
 * walking and by the description, so that none is forgotten.
 */
final class EveryDoor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "nothing but a test";
  private static final Pattern READERS = Pattern.compile("(?m)^readers: *(\\w+)");
  private static final Pattern SENSITIVE = Pattern.compile("(?m)^sensitive: *\\[([^\\]]*)\\]");

  private final MillraceCommand millrace;
  private final CoreUser admin;
  private final String company;
  private final Map<String, Readable> tables = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** Who may read a table, and which of its columns show costs. */
  private record Readable(String permission, Set<String> sensitive) {}

  private EveryDoor(MillraceCommand millrace, CoreUser admin, String company) {
    this.millrace = millrace;
    this.admin = admin;
    this.company = company;
  }

  /** What is open that should be closed, or closed that should be open. */
  static List<String> wrong(MillraceCommand millrace, String company) throws Exception {
    String password = Files.readString(millrace.home().resolve("secrets/admin.password")).strip();
    CoreUser admin = CoreUser.login(millrace, "admin", password);
    EveryDoor doors = new EveryDoor(millrace, admin, company);
    doors.walkTables();
    JsonNode api = admin.get("/api/docs/openapi").path("paths");
    for (JsonNode role : admin.get("/api/roles").path("roles")) {
      Set<String> held = new TreeSet<>();
      role.path("permissions").forEach(each -> held.add(each.asText()));
      doors.ask(role, held, api);
    }
    return doors.wrong;
  }

  private void walkTables() throws IOException {
    try (Stream<Path> files = Files.walk(millrace.root().resolve("warehouse/tables"))) {
      for (Path file : files.filter(EveryDoor::isPublished).toList()) {
        String text = Files.readString(file);
        Matcher readers = READERS.matcher(text);
        String name = file.getParent().getFileName().toString();
        if (!readers.find()) {
          wrong.add(name + " names no readers");
          continue;
        }
        Matcher sensitive = SENSITIVE.matcher(text);
        tables.put(
            name,
            new Readable(
                readers.group(1) + ".read",
                sensitive.find() ? Set.of(sensitive.group(1).split(" *, *")) : Set.of()));
      }
    }
  }

  private static boolean isPublished(Path file) {
    return file.endsWith("table.yaml") && file.getParent().getParent().endsWith("gold");
  }

  /** The user has the role for all companies, and a region where it shows nothing without. */
  private void ask(JsonNode given, Set<String> held, JsonNode api) throws Exception {
    String role = given.path("name").asText();
    String user = "doors-" + role + "-" + Long.toString(System.currentTimeMillis(), 36);
    List<String> regions = given.path("byRegion").asBoolean() ? List.of("NORTH") : List.of();
    admin.post(
        "/api/users",
        Map.of(
            "name",
            user,
            "password",
            PASSWORD,
            "grants",
            List.of(Map.of("company", "*", "role", role, "regions", regions))));
    CockpitUser visitor = CockpitUser.login(millrace, user, PASSWORD);
    for (Map.Entry<String, Readable> table : tables.entrySet()) {
      rows(role, held, visitor, table.getKey(), table.getValue());
    }
    lists(role, held, visitor, api);
    for (Map.Entry<String, JsonNode> path : api.properties()) {
      JsonNode get = path.getValue().path("get");
      if (!get.isMissingNode() && path.getKey().replace("{company}", "").indexOf('{') < 0) {
        String address = path.getKey().replace("{company}", company);
        expect(role, "API " + address, maySee(held, get), status(visitor, address) != 403);
      }
    }
  }

  private void rows(String role, Set<String> held, CockpitUser visitor, String table, Readable rule)
      throws Exception {
    boolean reads = held.contains(rule.permission());
    String asked = "company=" + company + "&table=" + table;
    HttpAnswer json = answer(visitor, "/data/rows?size=1&" + asked);
    HttpAnswer csv = answer(visitor, "/data/rows.csv?" + asked);
    expect(role, "rows of " + table, reads, json.status() == 200);
    expect(role, "CSV of " + table, reads, csv.status() == 200);
    if (reads) {
      boolean seesCosts = held.contains("cost.read");
      Set<String> told = new TreeSet<>();
      JSON.readTree(json.body()).path("columns").forEach(column -> told.add(column.asText()));
      Set<String> head = Set.of(csv.body().lines().findFirst().orElse("").split(","));
      for (String column : rule.sensitive()) {
        expect(role, "rows of " + table + "." + column, seesCosts, told.contains(column));
        expect(role, "CSV of " + table + "." + column, seesCosts, head.contains(column));
      }
    }
  }

  private void lists(String role, Set<String> held, CockpitUser visitor, JsonNode api)
      throws Exception {
    for (JsonNode page : JSON.readTree(visitor.get("/data/pages"))) {
      JsonNode get = api.path("/api/companies/{company}" + page.path("path").asText()).path("get");
      String address = "/data/lists/" + page.path("id").asText() + ".xlsx?company=" + company;
      expect(role, "XLSX " + address, maySee(held, get), status(visitor, address) == 200);
    }
  }

  private static boolean maySee(Set<String> held, JsonNode operation) {
    String asked = operation.path("x-permission").asText("none");
    return Set.of("none", "login").contains(asked)
        || held.contains(asked)
        || StreamSupport.stream(operation.path("x-permission-for-some-rows").spliterator(), false)
            .anyMatch(some -> held.contains(some.asText()));
  }

  private void expect(String role, String door, boolean expected, boolean seen) {
    if (expected != seen) {
      wrong.add("%s: %s is %s".formatted(role, door, seen ? "open" : "closed"));
    }
  }

  private record HttpAnswer(int status, String body) {}

  private static int status(CockpitUser visitor, String path) {
    return answer(visitor, path).status();
  }

  private static HttpAnswer answer(CockpitUser visitor, String path) {
    try {
      var answer =
          visitor
              .http()
              .send(
                  HttpRequest.newBuilder(URI.create(visitor.cockpit() + path)).build(),
                  BodyHandlers.ofString());
      return new HttpAnswer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
