package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What the cockpit makes of logins, addresses and what a proxy says about them. */
@Tag("slow")
class DoorsTest {
  private static final Asking NOBODY = Asking.withToken("");
  private static final URI HERE = TestingCockpit.running().address();

  @Test
  void refusesALoginThatIsTooLargeOrNoneAtAll() {
    String large = "{\"user\":\"%s\",\"password\":\"x\"}".formatted("u".repeat(5_000));
    for (String body : List.of(large, "{\"user\":null}", "[]", "", "{\"user\":1,\"password\":2}")) {
      HttpResponse<String> answer = login(HERE, body, "127.0.0.9", "http");
      assertThat(answer.statusCode()).as(body).isEqualTo(body.equals(large) ? 413 : 400);
    }
    assertThat(login(HERE, large, "", "http").body()).contains("at most 4096 bytes");
  }

  @Test
  void saysForHowLongTheCoreLooksAtNoPassword() {
    HttpResponse<String> answer = login(HERE, of("slowed-down"), "", "http");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("42");
  }

  @Test
  void believesNobodyWithoutAProxy() {
    HttpResponse<String> answer = login(HERE, of("admin"), "203.0.113.7", "https");
    assertThat(TestingCockpit.loggedInFrom).isEqualTo("127.0.0.1");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void believesTheProxyWhoAsksAndByWhat() {
    try (ConfigurableApplicationContext behind =
        TestingCockpit.running().with("MILLRACE_BEHIND_PROXY", "true")) {
      URI there = TestingCockpit.address(behind);
      HttpResponse<String> safe = login(there, of("admin"), "203.0.113.7", "https");
      assertThat(TestingCockpit.loggedInFrom).isEqualTo("203.0.113.7");
      assertThat(safe.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
      assertThat(safe.headers().firstValue("Strict-Transport-Security").orElseThrow())
          .contains("max-age=");
      login(there, of("admin"), "198.51.100.1, 203.0.113.8", "https");
      assertThat(TestingCockpit.loggedInFrom).isEqualTo("203.0.113.8");
      HttpResponse<String> plain = login(there, of("admin"), "203.0.113.7", "http");
      assertThat(plain.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    }
  }

  @Test
  void keepsDataOfOneVisitorFromTheNext() {
    Asking admin = Asking.as("admin");
    for (String path :
        List.of(
            "/data/start",
            "/data/rows?company=MERIDIAN&table=journal_line",
            "/data/rows.csv?company=MERIDIAN&table=journal_line",
            "/%64ata/start",
            "/health")) {
      HttpResponse<String> answer = admin.get(path);
      assertThat(answer.headers().firstValue("Cache-Control"))
          .as(path + " " + answer.statusCode())
          .contains("no-store");
    }
    assertThat(NOBODY.get("/assets/js/main.js").headers().firstValue("Cache-Control"))
        .contains("no-cache");
  }

  @Test
  void opensCodesWithSignsInThem() {
    Asking admin = Asking.as("admin");
    for (String code : List.of("A%2FB", "INV%2F2026%2F1", "A%3BB", "50%25", "A%5CB", "A%2F%2FB")) {
      HttpResponse<String> passed = admin.get("/api/echo/" + code);
      assertThat(passed.headers().firstValue("X-Path")).as(code).contains("/api/echo/" + code);
      assertThat(admin.get("/work/item/item/of/" + code).statusCode()).as(code).isEqualTo(200);
    }
  }

  @Test
  void answersOthersWhileManyBodiesAreHalfSent() {
    List<String> logins = List.of("/data/login", "/api/login", "/api/login/openid");
    List<String> others = List.of("/api/x", "/data/rows", "/login", "/swagger-ui/x");
    List<RawHttp> halves = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    ExecutorService readers = Executors.newCachedThreadPool();
    try {
      for (String path : Stream.concat(logins.stream(), others.stream()).toList()) {
        for (String method : List.of("POST", "PUT", "GET")) {
          for (int i = 0; i < 20; i++) {
            paths.add(method + " " + path);
            halves.add(RawHttp.to(HERE).send(half(method, path)));
          }
        }
      }
      RawHttp known = RawHttp.to(HERE);
      String token = "Authorization: Bearer " + TestingCockpit.token("admin", "admin");
      paths.add("known");
      halves.add(
          known.send(
              half("POST", "/api/echo/x").replace("Host: localhost", token + "\r\nHost: here")));
      CompletableFuture<HttpResponse<String>> health =
          CompletableFuture.supplyAsync(() -> NOBODY.get("/health"), readers);
      assertThat(health).succeedsWithin(Duration.ofSeconds(10));
      List<String> answers =
          halves.stream()
              .map(half -> CompletableFuture.supplyAsync(half::answer, readers))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      int busy = 0;
      for (int i = 0; i < answers.size(); i++) {
        if (paths.get(i).startsWith("POST") && logins.contains(paths.get(i).substring(5))) {
          busy += answers.get(i).startsWith("HTTP/1.1 429") ? 1 : 0;
        } else if (paths.get(i).equals("known")) {
          assertThat(answers.get(i)).startsWith("HTTP/1.1 408");
        } else {
          assertThat(answers.get(i)).as(paths.get(i)).startsWith("HTTP/1.1 401");
        }
      }
      assertThat(busy).as("logins beyond those that may wait").isGreaterThan(30);
    } finally {
      readers.shutdownNow();
      halves.forEach(RawHttp::close);
    }
  }

  private static String half(String method, String path) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\n{";
  }

  @Test
  void readsNoBodyOfAnUnknownToken() {
    for (String known : List.of("Authorization: Bearer nobody", "Cookie: millrace-%d=nobody")) {
      try (RawHttp half = RawHttp.to(HERE)) {
        String head = known.formatted(HERE.getPort()) + "\r\nOrigin: " + HERE + "\r\nHost: ";
        half.send(
            half("POST", "/api/echo/x").replace("Host: localhost", head + HERE.getAuthority()));
        assertThat(half.answer()).as(known).startsWith("HTTP/1.1 401");
      }
    }
  }

  @Test
  void passesALoginOnOnlyWhenItIsSmall() {
    String large = "{\"user\":\"%s\",\"password\":\"x\"}".formatted("u".repeat(5_000));
    HttpResponse<String> refused = apiLogin(large);
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("at most 4096 bytes");
    assertThat(apiLogin(of("admin")).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> apiLogin(String body) {
    return NOBODY.send(
        NOBODY
            .request("/api/login")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void refusesAddressesThatAreNoText() {
    Asking admin = Asking.as("admin");
    String rows = "/data/rows?company=MERIDIAN&table=";
    for (String path :
        List.of(
            rows + "sales_invoice&pick.number=a%00b",
            rows + "sales_invoice&search=%ff%fe",
            rows + "%00",
            "/data/boards/sales?company=MERIDIAN&lang=%00",
            "/data/boards/%00?company=MERIDIAN",
            "/data/boards/%c3?company=MERIDIAN")) {
      HttpResponse<String> answer = admin.raw(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.body()).as(path).doesNotContain("database");
    }
    assertThat(admin.get(rows + "sales_invoice&search=%E8%B6%8A").statusCode()).isEqualTo(200);
  }

  @Test
  void showsNoPageOfErrorsToWhoAsksForIt() {
    assertThat(NOBODY.get("/error").statusCode()).isEqualTo(302);
  }

  @Test
  void letsNoPathPastTheLogin() {
    for (String path :
        List.of(
            "/assets/..;/data/start",
            "/assets/..%2Fdata/start",
            "/assets/%2e%2e/data/start",
            "/api/..%2Fdata/start",
            "/login;/../data/start",
            "/%64ata/start",
            "/data/start;x=1",
            "//data/start")) {
      HttpResponse<String> answer = NOBODY.raw(path);
      assertThat(answer.statusCode()).as(path).isNotIn(200, 500);
    }
  }

  private static String of(String user) {
    return "{\"user\":\"%s\",\"password\":\"%s\"}"
        .formatted(user, TestingCockpit.running().password());
  }

  private static HttpResponse<String> login(URI cockpit, String body, String from, String by) {
    return NOBODY.send(
        NOBODY
            .request("/data/login")
            .uri(cockpit.resolve("/data/login"))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", from)
            .header("X-Forwarded-Proto", by)
            .POST(BodyPublishers.ofString(body)));
  }

  /** Requests written byte by byte, as no well-behaved client would write them. */
  private static final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private final Socket socket;

    private RawHttp(Socket socket) {
      this.socket = socket;
    }

    /** Connects to the cockpit. */
    static RawHttp to(URI address) {
      try {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new RawHttp(socket);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Sends the head and what there is of the body. */
    RawHttp send(String text) {
      try {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Everything answered until the connection ends; the request must ask for its end. */
    String answer() {
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
