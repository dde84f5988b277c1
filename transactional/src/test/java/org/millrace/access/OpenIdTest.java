package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.access.openid.OpenId;
import org.millrace.access.openid.OpenIdSettings;
import org.millrace.access.openid.TestingIssuer;
import org.millrace.access.password.ServiceUsers;
import org.millrace.access.role.Grant;
import org.millrace.shared.Version;

class OpenIdTest {
  private static final String PASSWORD = "long-enough-for-a-test";
  private final TestingCore core = TestingCore.running();
  private final TestingIssuer issuer = core.issuer();

  @Test
  void addsWhoComesForTheFirstTimeWithTheMappedRolesAndNoMore() {
    HttpAnswer in = login(issuer.signed(issuer.claims("new-one", "erp-sales", "choir")));
    assertThat(in.expecting(200).json().get("roles")).hasSize(1);
    Map<String, String> bearer = bearer(in);
    HttpAnswer session = core.send("GET", "/api/session", "", bearer);
    assertThat(session.json().get("user").asString()).isEqualTo("new-one");
    assertThat(session.json().get("roles").get(0).asString()).isEqualTo("sales");

    HttpAnswer promoted = login(issuer.signed(issuer.claims("new-one", "erp-books")));
    assertThat(promoted.expecting(200).json().get("roles").get(0).asString()).isEqualTo("finance");
    assertThat(login(issuer.signed(issuer.claims("new-one", "choir"))).status())
        .as("of no mapped group any more")
        .isEqualTo(403);
    assertThat(core.post("/api/login", "{\"user\": \"new-one\", \"password\": \"none\"}").status())
        .as("by a password")
        .isEqualTo(401);
  }

  @Test
  void leavesTheRolesOfAUserWhoWasAddedHere() {
    core.post(
            "/api/users",
            "{\"name\": \"walter\", \"password\": \"%s\", \"roles\": [\"viewer\"]}"
                .formatted(PASSWORD))
        .expecting(201);
    HttpAnswer in = login(issuer.signed(issuer.claims("walter", "erp-books"))).expecting(200);
    assertThat(in.json().get("roles").toString()).isEqualTo("[\"viewer\"]");
    String off = "{\"roles\": [\"viewer\"], \"active\": false}";
    core.send("PUT", "/api/users/walter", off, Map.of("If-Match", "\"1\"")).expecting(200);
    assertThat(login(issuer.signed(issuer.claims("walter", "erp-books"))).status())
        .as("disabled here")
        .isEqualTo(403);
  }

  @Test
  void believesOnlyFreshTokensOfTheIssuerForThisClientEachOnce() {
    Instant old = Instant.now().minusSeconds(3_600);
    String token = issuer.signed(issuer.claims("xaver", "erp-sales"));
    assertThat(login(token).status()).isEqualTo(200);
    assertThat(login(token).status()).as("the second time").isEqualTo(401);
    assertThat(login(issuer.forged(issuer.claims("xaver", "erp-sales"))).status())
        .as("signed by another")
        .isEqualTo(401);
    for (JWTClaimsSet.Builder wrong :
        Set.of(
            issuer.claims("xaver", "erp-sales").audience("another-client"),
            issuer.claims("xaver", "erp-sales").issuer("https://elsewhere.example"),
            issuer.claims("xaver", "erp-sales").expirationTime(Date.from(old)),
            issuer.claims("xaver", "erp-sales").issueTime(Date.from(old)),
            issuer.claims("xaver", "erp-sales").claim("azp", "another-client"),
            issuer.claims("xaver", "erp-sales").claim("preferred_username", null))) {
      assertThat(login(issuer.signed(wrong)).status()).as(wrong.build().toString()).isEqualTo(401);
    }
    assertThat(login("no.token.atall").status()).isEqualTo(401);
  }

  @Test
  void bringsNobodyInAsAService() {
    for (String service : Set.of("operator", "planning")) {
      assertThat(login(issuer.signed(issuer.claims(service, "erp-sales"))).status()).isEqualTo(403);
    }
  }

  @Test
  void leavesPasswordsToAdministratorsWhereTheSettingsSaySo() {
    OpenIdSettings settings =
        new OpenIdSettings(
            "https://id.example",
            "millrace",
            new OpenIdSettings.Claims("email", "groups"),
            Map.of(),
            OpenIdSettings.NewUsers.REFUSED,
            OpenIdSettings.LocalLogin.ADMINISTRATORS);
    OpenId only = new OpenId(Optional.of(settings), Optional.empty());
    ServiceUsers services = ServiceUsers.of(Map.of("planning", "x"));
    LoginTokensHttp login =
        new LoginTokensHttp(null, null, services, only, new AccessWiring().passwords());
    assertThat(login.isForIssuer(user("anna", "finance"))).isTrue();
    assertThat(login.isForIssuer(user("admin", "admin"))).isFalse();
    assertThat(login.isForIssuer(user("planning", "planner"))).isFalse();
  }

  private static User user(String name, String role) {
    return new User(name, Set.of(Grant.everywhere(role)), true, false, new Version(1));
  }

  private HttpAnswer login(String idToken) {
    return core.post("/api/login/openid", "{\"idToken\": \"" + idToken + "\"}", nobody());
  }

  private static Map<String, String> nobody() {
    return Map.of("Authorization", "");
  }

  private static Map<String, String> bearer(HttpAnswer login) {
    return Map.of("Authorization", "Bearer " + login.json().get("token").asString());
  }
}
