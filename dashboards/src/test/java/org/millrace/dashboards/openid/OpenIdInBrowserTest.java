package org.millrace.dashboards.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.dashboards.TestingCockpit;
import org.millrace.dashboards.browser.Walk;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way to the authorization server of Spring Security and back, in a browser. */
@Tag("slow")
class OpenIdInBrowserTest {
  @TempDir private Path folder;

  @Test
  void logsInAtTheIssuerAndComesBackWithASession() throws IOException {
    int port = TestingIssuer.freePort();
    try (ConfigurableApplicationContext cockpit =
        TestingCockpit.running().with("MILLRACE_OPENID", settings(port).toString())) {
      URI address = TestingCockpit.address(cockpit);
      try (Walk walk = Walk.to(address, Path.of("target/screenshots"))) {
        Page page = walk.page();
        page.navigate(address + "/login");
        page.click("#openid");
        page.waitForSelector("#message:has-text('company account failed')"); // it is down

        try (ConfigurableApplicationContext issuer = TestingIssuer.start(port, address)) {
          page.click("#openid");
          walk.picture("login-openid");
          assertThat(page.url()).startsWith("http://127.0.0.1:" + port + "/login");
          page.fill("[name=username]", "anna");
          page.fill("[name=password]", TestingIssuer.PASSWORD);
          page.click("button[type=submit]");
          page.waitForSelector("#account-link:has-text('anna')");
          assertThat(page.url()).startsWith(address.toString());
          JsonNode told = claims(TestingCockpit.idToken());
          assertThat(told.path("aud").toString()).contains("millrace");
          assertThat(told.path("nonce").asString()).hasSizeGreaterThan(20);

          page.navigate(address + "/login/oauth2/code/openid?code=stolen&state=guessed");
          page.waitForSelector("#message:has-text('company account failed')");
          assertThat(issuer.isActive()).isTrue();
        }
      }
    }
  }

  private Path settings(int port) throws IOException {
    Files.writeString(folder.resolve("secret"), TestingIssuer.SECRET + "\n");
    return Files.writeString(
        folder.resolve("openid.yaml"),
        "issuer: http://127.0.0.1:%d\nclient: millrace\nsecret-file: secret\n".formatted(port));
  }

  private static JsonNode claims(String idToken) {
    byte[] claims = Base64.getUrlDecoder().decode(idToken.split("\\.")[1]);
    return JsonMapper.shared().readTree(new String(claims, StandardCharsets.UTF_8));
  }
}
