package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
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
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
    }
    assertThat(login(HERE, large, "", "http").body()).contains("A login has at most 4096 bytes");
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
    HttpResponse<String> none = admin.get("/data/invoices/INV%2F2026%2F1?company=MERIDIAN");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("No invoice 'INV/2026/1' of company MERIDIAN");
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
}
