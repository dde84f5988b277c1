package org.millrace;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.millrace.access.openid.TestingIssuer;
import org.millrace.settings.CoreSettings;
import org.millrace.shared.CompanyCode;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real core on a real PostgreSQL, started once for all tests of this JVM. */
public final class TestingCore {
  private static final String PASSWORD = "a-password-for-tests";
  private static final AtomicInteger COMPANIES = new AtomicInteger();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A login takes a quarter of a second by design, so that of each user is done once. */
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private static final int MAIL_PORT = freePort();

  private final ConfigurableApplicationContext context;
  private final URI address;
  private final DataSource database;
  private final TestingIssuer issuer;
  private final String user;

  private static final class Once {
    static final TestingCore RUNNING = start(switchedOff());

    /** {@code -Dtest.jvm.flags=-Dmodules.off=crm,service} runs the tests of the others so. */
    private static Map<String, String> switchedOff() {
      return Map.of("MILLRACE_MODULES_OFF", System.getProperty("modules.off", ""));
    }
  }

  private TestingCore(
      ConfigurableApplicationContext context,
      URI address,
      DataSource database,
      TestingIssuer issuer,
      String user) {
    this.issuer = issuer;
    this.context = context;
    this.database = database;
    this.address = address;
    this.user = user;
  }

  /** The core, logged in as admin. */
  public static TestingCore running() {
    return Once.RUNNING;
  }

  /** A core of its own with these settings and an empty database, logged in as admin. */
  public static TestingCore startedWith(Map<String, String> settings) {
    return start(settings);
  }

  /** Ends a core that was started of its own. */
  public void end() {
    context.close();
  }

  /** The same core, logged in as a user who has that one role. */
  public TestingCore as(String role) {
    return new TestingCore(context, address, database, issuer, role);
  }

  /** The same core, logged in as a new user of that name who has each role in these regions. */
  public TestingCore as(String name, Map<String, List<String>> regionsByRole) {
    List<String> grants = new ArrayList<>();
    regionsByRole.forEach(
        (role, regions) ->
            grants.add(
                """
                {"company": "*", "role": "%s", "regions": [%s]}
                """
                    .formatted(
                        role,
                        regions.stream()
                            .map(region -> '"' + region + '"')
                            .collect(Collectors.joining(", ")))));
    String body = "{\"name\": \"%s\", \"password\": \"%s\", \"grants\": %s}";
    running().post("/api/users", body.formatted(name, PASSWORD, grants)).expecting(201);
    return new TestingCore(context, address, database, issuer, name);
  }

  /** A bean of the running core. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** The database of the running core, past the core, by a superuser. */
  public JdbcClient jdbc() {
    return JdbcClient.create(database);
  }

  /** The database of the running core for the owner of its tables, who is a superuser here. */
  public DataSource ownersDatabase() {
    return database;
  }

  /** Opens a company of its own, in GBP, that allows no negative stock. */
  public CompanyCode newCompany() {
    return newCompany("GBP", "false");
  }

  /** Opens a company of its own in that currency. */
  public CompanyCode newCompany(String currency, String negativeStock) {
    String code = "TEST-" + COMPANIES.incrementAndGet();
    String body =
        """
        {"code": "%s", "name": "Company %s", "currency": "%s", "negativeStock": %s}
        """
            .formatted(code, code, currency, negativeStock);
    post("/api/companies", body).expecting(201);
    return new CompanyCode(code);
  }

  /** Sends a request without a body whose address is left as it is; all that comes back. */
  public String raw(String method, String path, String... headers) {
    String head =
        "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: 0\r\n"
                .formatted(method, path, address.getAuthority())
            + "Authorization: Bearer "
            + token()
            + "\r\n"
            + String.join("", Stream.of(headers).map(h -> h + "\r\n").toList())
            + "\r\n";
    try (RawHttp http = RawHttp.to(address)) {
      return http.send(head).answer();
    }
  }

  /** Where the core looks for a mail server, which no test but that of mails starts. */
  public static int mailPort() {
    return MAIL_PORT;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who vouches for people who log in by OpenID Connect. */
  public TestingIssuer issuer() {
    return issuer;
  }

  /** What the users of tests log in with. */
  public static String password() {
    return PASSWORD;
  }

  /** Where the core listens. */
  public URI address() {
    return address;
  }

  /** The token of the user. */
  public String token() {
    String known = TOKENS.get(user + address);
    if (known != null) {
      return known;
    }
    String token = login(user);
    TOKENS.put(user + address, token);
    return token;
  }

  /** Asks. */
  public HttpAnswer get(String path) {
    return send("GET", path, "", Map.of());
  }

  /** Sends a command under a new key. */
  public HttpAnswer post(String path, String json) {
    return post(path, json, Map.of());
  }

  /** Sends a command with these headers; a new key unless they name one. */
  public HttpAnswer post(String path, String json, Map<String, String> headers) {
    return send("POST", path, json, headers);
  }

  /** Sends a request as it is; commands get a new key unless the headers name one. */
  public HttpAnswer send(String method, String path, String body, Map<String, String> headers) {
    return send(method, path, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  /** Sends a file. */
  public HttpAnswer postFile(String path, byte[] file) {
    return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(file), Map.of());
  }

  private HttpAnswer send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, body);
    if (!path.equals("/api/login") && !headers.containsKey("Authorization")) {
      request.header("Authorization", "Bearer " + token());
    }
    if (!headers.containsKey("Idempotency-Key")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    headers.forEach((name, value) -> set(request, name, value));
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new HttpAnswer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void set(HttpRequest.Builder request, String name, String value) {
    if (!value.isEmpty()) {
      request.setHeader(name, value);
    }
  }

  private String login(String who) {
    if (!who.equals("admin")) {
      String body =
          """
          {"name": "%s", "password": "%s", "roles": ["%s"]}
          """;
      running().post("/api/users", body.formatted(who, PASSWORD, who));
    }
    String credentials = "{\"user\": \"%s\", \"password\": \"%s\"}".formatted(who, PASSWORD);
    return post("/api/login", credentials).expecting(200).json().get("token").asString();
  }

  private static TestingCore start(Map<String, String> more) {
    try {
      Path secrets = Files.createTempDirectory("millrace-secrets");
      Files.writeString(secrets.resolve("admin.password"), PASSWORD);
      Files.writeString(secrets.resolve("operator.password"), PASSWORD);
      Files.writeString(secrets.resolve("planning.password"), PASSWORD);
      Files.writeString(secrets.resolve("core.password"), PASSWORD);
      Files.writeString(secrets.resolve("core_owner.password"), PASSWORD);
      Files.writeString(secrets.resolve("second-factor.key"), "a-key-for-tests");
      TestingIssuer issuer = TestingIssuer.start();
      Path openId =
          Files.writeString(
              secrets.resolve("openid.yaml"),
              """
              issuer: %s
              client: %s
              create-users: true
              roles: {erp-sales: sales, erp-books: finance}
              """
                  .formatted(issuer.address(), TestingIssuer.CLIENT));
      String url = TestingPostgres.start().url();
      CoreSettings settings =
          CoreSettings.of(
              with(
                  more,
                  Map.of(
                      "MILLRACE_PORT",
                      "0",
                      "MILLRACE_OPENID",
                      openId.toString(),
                      "MILLRACE_DATABASE_URL",
                      url,
                      "MILLRACE_SECRETS",
                      secrets.toString(),
                      "MILLRACE_SMTP_HOST",
                      "127.0.0.1",
                      "MILLRACE_SMTP_PORT",
                      Integer.toString(MAIL_PORT),
                      "MILLRACE_MAIL_FROM",
                      "books@firm.example")));
      ConfigurableApplicationContext context = Core.start(settings, Clock.systemUTC());
      String port = context.getEnvironment().getProperty("local.server.port");
      URI address = URI.create("http://127.0.0.1:" + port);
      return new TestingCore(context, address, past(url), issuer, "admin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> with(Map<String, String> more, Map<String, String> all) {
    Map<String, String> settings = new HashMap<>(all);
    settings.putAll(more);
    return settings;
  }

  private static DataSource past(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("core_owner");
    config.setPassword(PASSWORD);
    config.setMaximumPoolSize(4);
    return new HikariDataSource(config);
  }
}
