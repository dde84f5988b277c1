package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who gets in, who sees what, and what other sites cannot do. */
@Tag("slow")
class AccessTest {
  private static final String CHOSEN = "?company=MERIDIAN&period=2011-08";
  private static final Asking NOBODY = Asking.withToken("");

  @Test
  void sendsPagesToTheLoginAndAnswersDataWith401() {
    HttpResponse<String> page = NOBODY.get("/boards/sales?company=MERIDIAN");
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location").orElseThrow())
        .endsWith("/login?then=%2Fboards%2Fsales%3Fcompany%3DMERIDIAN");
    assertThat(NOBODY.get("/data/start").statusCode()).isEqualTo(401);
  }

  @Test
  void refusesExpiredForgedAndUnsignedTokens() {
    long now = Clock.systemUTC().instant().getEpochSecond();
    String good = TestingCockpit.token("eve", "\"admin\"", now + 60);
    String expired = TestingCockpit.token("eve", "\"admin\"", now - 1);
    String unsigned =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes())
            + good.substring(good.indexOf('.'), good.lastIndexOf('.') + 1);
    String claims = Base64.getUrlEncoder().encodeToString("{\"sub\":\"x\"}".getBytes());
    String forged = good.replaceAll("\\.[^.]+\\.", "." + claims + ".");
    assertThat(Asking.withToken(good).get("/data/start").statusCode()).isEqualTo(200);
    for (String bad : new String[] {expired, unsigned, forged, "a.b.c", "x"}) {
      assertThat(Asking.withToken(bad).get("/data/start").statusCode()).as(bad).isEqualTo(401);
    }
  }

  @Test
  void givesABrowserACookieThatScriptsAndOtherSitesCannotUse() {
    HttpResponse<String> login = login("admin", TestingCockpit.running().password());
    assertThat(login.statusCode()).isEqualTo(200);
    String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
    String pair = cookie.substring(0, cookie.indexOf(';'));
    HttpRequest.Builder foreign =
        NOBODY
            .request("/api/echo")
            .header("Cookie", pair)
            .header("Origin", "https://elsewhere.example")
            .POST(BodyPublishers.ofString("{}"));
    assertThat(NOBODY.send(foreign).statusCode()).isEqualTo(403);
  }

  @Test
  void saysThatThePasswordIsWrong() {
    HttpResponse<String> login = login("admin", "wrong");
    assertThat(login.statusCode()).isEqualTo(401);
    assertThat(login.body()).contains("The user or the password is wrong");
  }

  @Test
  void passesCommandsOnToTheCoreWithTheUsersOwnToken() {
    HttpResponse<String> login = login("sales", TestingCockpit.running().password());
    String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
    String pair = cookie.substring(0, cookie.indexOf(';'));
    HttpRequest.Builder command =
        NOBODY
            .request("/api/echo?a=b%20c")
            .header("Cookie", pair)
            .header("Origin", TestingCockpit.running().address().toString())
            .POST(BodyPublishers.ofString("{\"quantity\":3}"));
    HttpResponse<String> answer = NOBODY.send(command);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body())
        .startsWith("POST|a=b%20c|Bearer " + pair.substring(pair.indexOf('=') + 1))
        .endsWith("|{\"quantity\":3}");
  }

  @Test
  void showsJournalLinesToFinanceAndAdminOnly() {
    String journal = "/data/rows" + CHOSEN + "&metric=ledger/cash";
    assertThat(Asking.as("finance").get(journal).statusCode()).isEqualTo(200);
    for (String role : new String[] {"sales", "planner", "viewer"}) {
      HttpResponse<String> answer = Asking.as(role).get(journal);
      assertThat(answer.statusCode()).as(role).isEqualTo(403);
      assertThat(answer.body())
          .contains("roles finance and admin; " + role + " has [" + role + "]");
      assertThat(Asking.as(role).get("/data/boards/sales" + CHOSEN).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void keepsThePagesToThemselves() {
    HttpResponse<String> page = NOBODY.get("/login");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void treatsValuesFromTheAddressAsValuesOnly() {
    Asking admin = Asking.as("admin");
    String evil = "%27%3B%20drop%20table%20mart.sales_monthly%3B--";
    assertThat(admin.get("/data/boards/sales" + CHOSEN + "&country=" + evil).statusCode())
        .isEqualTo(200);
    assertThat(admin.get("/data/search?company=MERIDIAN&q=" + evil).statusCode()).isEqualTo(200);
    assertThat(admin.get("/data/rows" + CHOSEN + "&table=publication").statusCode()).isEqualTo(400);
    assertThat(admin.get("/data/rows" + CHOSEN + "&table=sales_invoice&sort=1;x").statusCode())
        .isEqualTo(400);
    assertThat(admin.get("/data/start").statusCode()).isEqualTo(200);
  }

  @Test
  void answersHealthWithoutLogin() {
    assertThat(NOBODY.get("/health").body()).contains("\"status\":\"up\"", "\"part\":\"cockpit\"");
  }

  private static HttpResponse<String> login(String user, String password) {
    return NOBODY.send(
        NOBODY
            .request("/data/login")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password))));
  }
}
