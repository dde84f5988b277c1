package org.millrace.dashboards;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.millrace.warehouse.catalog.Catalog;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The real cockpit over a real mart; logins are answered by a small server that knows tokens like
 * the core.
 */
public final class TestingCockpit {
  private static final AtomicInteger TOKENS = new AtomicInteger();
  private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();
  private static final String PASSWORD = "a-password-for-tests";

  /** From where the cockpit told the core that the last login came. */
  static volatile String loggedInFrom = "";

  /** What the cockpit told the core of the last login at an issuer. */
  private static volatile String idToken = "";

  private static final TestingPlans PLANS = new TestingPlans();

  private final URI address;
  private final TestingMart mart;
  private final Map<String, String> environment;

  private static final class Once {
    static final TestingCockpit RUNNING = start(0);
  }

  private TestingCockpit(URI address, TestingMart mart, Map<String, String> environment) {
    this.address = address;
    this.mart = mart;
    this.environment = environment;
  }

  /** The cockpit of this JVM, started once. */
  public static TestingCockpit running() {
    return Once.RUNNING;
  }

  /** Runs it on a given port to look at it. */
  public static void main(String[] arguments) {
    System.out.println(start(Integer.parseInt(arguments[0])).address());
  }

  public URI address() {
    return address;
  }

  public TestingMart mart() {
    return mart;
  }

  /** The tables, metrics and boards it runs on: those of the checkout and an added one of each. */
  Path root() {
    return Path.of(environment.get("MILLRACE_ROOT"));
  }

  /** A second cockpit over the same mart and core, with one setting more. */
  public ConfigurableApplicationContext with(String setting, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put("MILLRACE_PORT", "0");
    changed.put(setting, value);
    return Cockpit.start(CockpitSettings.of(changed), Clock.systemUTC());
  }

  /** A second cockpit over the same mart and core, at another time. */
  ConfigurableApplicationContext at(Clock clock) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put("MILLRACE_PORT", "0");
    return Cockpit.start(CockpitSettings.of(changed), clock);
  }

  /** The commands of planning that reached the core. */
  TestingPlans plans() {
    return PLANS;
  }

  public String password() {
    return PASSWORD;
  }

  /** A token that the core knows: of a user with that role for all companies. */
  public static String token(String user, String role) {
    return token(user, "*", role);
  }

  /** A token that the core knows: of a user with that role for one company. */
  public static String token(String user, String company, String role) {
    String token = user + "-" + TOKENS.incrementAndGet();
    SESSIONS.put(token, TestingRoles.session(user, company, role));
    return token;
  }

  /** Makes the core forget a token, as when its user was changed. */
  static void forget(String token) {
    SESSIONS.remove(token);
  }

  private static TestingCockpit start(int port) {
    try {
      Path root = AddedTable.root(Path.of("").toAbsolutePath().getParent());
      String url = TestingPostgres.start().url();
      TestingMart mart = TestingMart.prepare(url, root);
      Fixture.load(mart);
      GeneratedRows.insert(
          mart, Catalog.read(root.resolve("warehouse/tables")).named("gold." + AddedTable.TABLE));
      mart.publish();
      Path secrets = Files.createTempDirectory("millrace-secrets");
      Files.writeString(secrets.resolve("reader.password"), "none");
      Map<String, String> environment =
          Map.of(
              "MILLRACE_ROOT", root.toString(),
              "MILLRACE_PORT", Integer.toString(port),
              "MILLRACE_DATABASE_URL", url,
              "MILLRACE_SECRETS", secrets.toString(),
              "MILLRACE_CORE_URL", core().toString());
      ConfigurableApplicationContext context =
          Cockpit.start(CockpitSettings.of(environment), Clock.systemUTC());
      return new TestingCockpit(address(context), mart, environment);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where a started cockpit answers. */
  public static URI address(ConfigurableApplicationContext cockpit) {
    return URI.create(
        "http://127.0.0.1:" + cockpit.getEnvironment().getProperty("local.server.port"));
  }

  private static URI core() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/login", TestingCockpit::login);
    server.createContext("/api/login/openid", TestingCockpit::openId);
    server.createContext("/api/companies", PLANS::answer);
    server.createContext("/api/session", TestingCockpit::session);
    server.createContext("/api/audit", PLANS::answer);
    server.createContext("/api/roles", PLANS::answer);
    server.createContext("/api/users", PLANS::answer);
    server.createContext("/api/inbox", TestingCockpit::inbox);
    server.createContext("/api/approval/waiting", TestingCockpit::waiting);
    server.createContext("/api/logout", TestingCockpit::logout);
    server.createContext("/api/echo", TestingCockpit::echo);
    server.createContext("/api/docs/openapi", TestingCockpit::description);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void login(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean right = asked.contains("\"" + PASSWORD + "\"");
    String user = asked.replaceAll("(?s).*\"user\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    loggedInFrom = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
    if (user.equals("slowed-down")) {
      exchange.getResponseHeaders().set("Retry-After", "42");
      answer(exchange, 429, "{}");
      return;
    }
    String token = token(user, user);
    answer(exchange, right ? 200 : 401, right ? "{\"token\":\"" + token + "\"}" : "{}");
  }

  /** Opens a session whatever the token says, which is kept to be looked at. */
  private static void openId(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    idToken = asked.replaceAll("(?s).*\"idToken\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    answer(exchange, 200, "{\"token\":\"" + token("anna", "sales") + "\"}");
  }

  /** What the cockpit told the core of the last login at an issuer. */
  public static String idToken() {
    return idToken;
  }

  private static void session(HttpExchange exchange) throws IOException {
    String session = SESSIONS.get(bearer(exchange));
    answer(exchange, session == null ? 401 : 200, session == null ? "{}" : session);
  }

  /** As the core answers who follows nothing and is mentioned nowhere. */
  private static void inbox(HttpExchange exchange) throws IOException {
    boolean known = SESSIONS.containsKey(bearer(exchange));
    answer(exchange, known ? 200 : 401, known ? "{\"messages\":[],\"unseen\":0}" : "{}");
  }

  /** As the core answers whom nobody waits for. */
  private static void waiting(HttpExchange exchange) throws IOException {
    boolean known = SESSIONS.containsKey(bearer(exchange));
    answer(exchange, known ? 200 : 401, known ? "{\"rows\":[],\"total\":0}" : "{}");
  }

  private static void logout(HttpExchange exchange) throws IOException {
    boolean known = SESSIONS.remove(bearer(exchange)) != null;
    answer(exchange, known ? 200 : 401, "{}");
  }

  private static String bearer(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
  }

  private static void echo(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String query = exchange.getRequestURI().getRawQuery();
    exchange.getResponseHeaders().set("X-Path", exchange.getRequestURI().getRawPath());
    answer(
        exchange,
        201,
        exchange.getRequestMethod() + "|" + query + "|" + authorization + "|" + body);
  }

  /** What the core's own tests left: the description of its API. */
  private static void description(HttpExchange exchange) throws IOException {
    Path left = Path.of("").toAbsolutePath().resolveSibling("transactional/target/openapi.json");
    answer(exchange, 200, Files.readString(left));
  }

  /** Lets the core answer this to who asks for the path. */
  public void tells(String path, String body) {
    PLANS.tells(path, body);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
