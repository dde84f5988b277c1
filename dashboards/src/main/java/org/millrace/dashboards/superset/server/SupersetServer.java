package org.millrace.dashboards.superset.server;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running Superset, as one logged-in user sees it. Every method throws {@link SupersetRefused}
 * with the reason when the server cannot be reached or says no.
 */
public final class SupersetServer {
  private static final int PAGE = 100;
  private final Session session;

  /** The server at this address; nothing is sent before the first question. */
  public SupersetServer(URI address, Login login) {
    this.session = new Session(address, login);
  }

  /** Refuses unless this is a Superset that lets the user in. */
  public void login() {
    session.login();
  }

  /** The object, or empty when there is none that this user may see. */
  public Optional<Map<String, Object>> find(Kind kind, String idOrUuid) {
    return found("/api/v1/" + kind.resource() + "/" + idOrUuid);
  }

  /** How a database is reached, with its password masked. */
  public Optional<Map<String, Object>> connection(long database) {
    return found("/api/v1/database/" + database + "/connection");
  }

  /** All objects of a kind, over all pages. */
  public List<Map<String, Object>> list(Kind kind) {
    return list(kind, List.of());
  }

  /** The objects of a kind whose column has this value. */
  public List<Map<String, Object>> list(Kind kind, String column, String value) {
    Map<String, Object> filter = new LinkedHashMap<>();
    filter.put("col", column);
    filter.put("opr", "eq");
    filter.put("value", value);
    return list(kind, List.of(filter));
  }

  private List<Map<String, Object>> list(Kind kind, List<Map<String, Object>> filters) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int page = 0; ; page++) {
      Map<String, Object> query = new LinkedHashMap<>();
      query.put("filters", filters);
      query.put("order_column", "changed_on_delta_humanized");
      query.put("order_direction", "desc");
      query.put("page", page);
      query.put("page_size", PAGE);
      String path = "/api/v1/" + kind.resource() + "/?q=" + encode(Rison.of(query));
      List<Map<String, Object>> rows = Json.objects(get(path), "result");
      all.addAll(rows);
      if (rows.size() < PAGE) {
        return all;
      }
    }
  }

  /** Imports a bundle in one transaction; objects in it replace those with the same uuid. */
  public void importBundle(byte[] zip, Map<String, String> passwords) {
    Multipart upload =
        new Multipart(zip)
            .file("bundle", "millrace.zip", zip)
            .field("passwords", Json.write(passwords))
            .field("sparse", "true");
    ok("import the bundle", session.upload("/api/v1/assets/import/", upload));
  }

  /** Deletes one object. */
  public void delete(Kind kind, long id) {
    String path = "/api/v1/" + kind.resource() + "/" + id;
    ok("delete " + kind.resource() + " " + id, session.send("DELETE", path, Optional.empty()));
  }

  /** The tables Superset sees in a schema of a database; asks the database itself. */
  public Reply tables(long database, String schema) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("force", true);
    query.put("schema_name", schema);
    String path = "/api/v1/database/" + database + "/tables/?q=" + encode(Rison.of(query));
    return session.send("GET", path, Optional.empty());
  }

  /** Asks for the data of a query context. */
  public Reply data(Map<String, Object> queryContext) {
    return session.send("POST", "/api/v1/chart/data", Optional.of(Json.write(queryContext)));
  }

  /** Asks for the data of a stored chart. */
  public Reply data(long chart) {
    return session.send("GET", "/api/v1/chart/" + chart + "/data/", Optional.empty());
  }

  private Map<String, Object> get(String path) {
    return ok("read " + path, session.send("GET", path, Optional.empty())).json();
  }

  private Optional<Map<String, Object>> found(String path) {
    Reply reply = session.send("GET", path, Optional.empty());
    return reply.status() == 404
        ? Optional.empty()
        : Optional.of(Json.object(ok("read " + path, reply).json(), "result"));
  }

  private Reply ok(String what, Reply reply) {
    if (reply.isOk()) {
      return reply;
    }
    if (reply.status() == 403) {
      throw new SupersetRefused(
          "Superset user '%s' has no right to %s (%s). Give that user the role Admin."
              .formatted(session.user(), what, reply.reason()));
    }
    throw new SupersetRefused(
        "Superset could not %s: %d %s".formatted(what, reply.status(), reply.reason()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
