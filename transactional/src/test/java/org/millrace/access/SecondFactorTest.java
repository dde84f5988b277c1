package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.access.password.LoginAttempts;
import org.millrace.access.password.ServiceUsers;
import org.millrace.access.role.Grant;
import org.millrace.access.role.Modules;
import org.millrace.access.role.Roles;

class SecondFactorTest {
  private static final String PASSWORD = "long-enough-for-a-test";
  private static final String PATH = "/api/session/second-factor";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private final TestingCore core = TestingCore.running();

  @Test
  void asksForACodeOnceTheSecondFactorIsOn() {
    Map<String, String> mara = person("mara");
    Map<String, String> elsewhere = person("mara");
    String secret = begin(mara).json().get("secret").asString();
    assertThat(login("mara", "").status()).as("before it is confirmed").isEqualTo(200);
    assertThat(core.send("PUT", PATH, code("000000"), mara).status()).isEqualTo(422);
    HttpAnswer on = core.send("PUT", PATH, code(codeOf(secret, -1)), mara).expecting(200);
    assertThat(on.json().get("recoveryCodes")).hasSize(10);
    assertThat(core.send("GET", "/api/session", "", elsewhere).status())
        .as("a session from before")
        .isEqualTo(401);

    HttpAnswer asked = login("mara", "");
    assertThat(asked.status()).isEqualTo(401);
    assertThat(asked.json().get("type").asString()).isEqualTo("/problems/second-factor-needed");
    String now = codeOf(secret, 0);
    assertThat(login("mara", now).status()).isEqualTo(200);
    HttpAnswer again = login("mara", now);
    assertThat(again.status()).as("a code is taken once").isEqualTo(401);
    assertThat(again.json().get("type").asString()).isEqualTo("/problems/second-factor-wrong");
    assertThat(login("mara", codeOf(secret, -1)).status()).as("nor one before it").isEqualTo(401);
    assertThat(core.get("/api/users/mara").json().get("secondFactor").asBoolean()).isTrue();
  }

  @Test
  void takesEachRecoveryCodeOnceAndStoresNoneOfThem() {
    Map<String, String> nils = person("nils");
    List<String> codes = setUp("nils", nils);
    assertThat(login("nils", codes.get(0).toLowerCase()).status()).isEqualTo(200);
    assertThat(login("nils", codes.get(0)).status()).isEqualTo(401);
    assertThat(login("nils", codes.get(1)).status()).isEqualTo(200);
    HttpAnswer left = core.send("GET", PATH, "", nils);
    assertThat(left.json().get("recoveryCodesLeft").asInt()).isEqualTo(8);
    String stored =
        core.jdbc()
            .sql(
                "select string_agg(encode(digest, 'escape'), ' ') from access.recovery_code"
                    + " where user_name = 'nils'")
            .query(String.class)
            .single();
    assertThat(stored).doesNotContain(codes.get(2).replace("-", ""));
    String renewal = "{\"password\": \"%s\", \"code\": \"%s\"}".formatted(PASSWORD, codes.get(2));
    core.send("POST", PATH + "/recovery-codes", renewal, nils).expecting(200);
    assertThat(login("nils", codes.get(3)).status()).as("of the set before").isEqualTo(401);
  }

  @Test
  void storesTheSecretWhereNobodyReadsIt() {
    String secret = begin(person("olga")).json().get("secret").asString();
    byte[] stored =
        core.jdbc()
            .sql("select secret from access.second_factor where user_name = 'olga'")
            .query(byte[].class)
            .single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain(secret)
        .doesNotContain(new String(decoded(secret), StandardCharsets.ISO_8859_1));
  }

  @Test
  void countsWrongCodesAsFailedLoginsWhereverTheyComeFrom() {
    List<String> codes = setUp("paul", person("paul"));
    for (int i = 0; i < LoginAttempts.FREE; i++) {
      assertThat(loginFrom("203.0.113." + i, "paul", "00000" + i).status()).isEqualTo(401);
    }
    assertThat(loginFrom("203.0.113.77", "paul", codes.get(0)).status()).isEqualTo(429);
    assertThat(loginFrom("203.0.113.78", "paul", "").status())
        .as("the password alone is still only half")
        .isEqualTo(401);
  }

  @Test
  void isSwitchedOffWithPasswordAndCodeOnly() {
    Map<String, String> rosa = person("rosa");
    List<String> codes = setUp("rosa", rosa);
    String body = "{\"password\": \"%s\", \"code\": \"%s\"}";
    String off = PATH + "/removal";
    assertThat(core.send("POST", off, body.formatted("no", codes.get(0)), rosa).status())
        .isEqualTo(422);
    assertThat(core.send("POST", off, body.formatted(PASSWORD, "123456"), rosa).status())
        .isEqualTo(422);
    core.send("POST", off, body.formatted(PASSWORD, codes.get(0)), rosa).expecting(204);
    assertThat(login("rosa", "").status()).isEqualTo(200);
  }

  @Test
  void isResetByAnAdministrator() {
    Map<String, String> sven = person("sven");
    setUp("sven", sven);
    String path = "/api/users/sven/second-factor";
    assertThat(core.as("finance").send("DELETE", path, "", Map.of("If-Match", "\"1\"")).status())
        .isEqualTo(403);
    core.send("DELETE", path, "", Map.of("If-Match", "\"1\"")).expecting(200);
    assertThat(core.send("GET", "/api/session", "", sven).status()).isEqualTo(401);
    assertThat(login("sven", "").status()).isEqualTo(200);
    assertThat(core.get("/api/audit?search=sven/second-factor").body()).contains("DELETE");
  }

  @Test
  void asksNoProgramForACode() {
    Map<String, String> tina = person("tina");
    String asked = "{\"label\": \"till\", \"scopes\": [\"item.read\"], \"days\": 30}";
    String key =
        core.send("POST", "/api/session/api-keys", asked, tina)
            .expecting(201)
            .json()
            .get("key")
            .asString();
    setUp("tina", tina);
    Map<String, String> till = Map.of("Authorization", "Bearer " + key);
    String items = "/api/companies/" + core.newCompany() + "/items";
    assertThat(core.send("GET", items, "", till).status()).isEqualTo(200);
    assertThat(core.send("POST", PATH, "{\"password\": \"x\"}", till).status()).isEqualTo(403);
  }

  @Test
  void opensNothingButItsOwnSetUpWhereARoleAsksForIt() {
    Visitor.Demand demand =
        new Visitor.Demand(Set.of("finance"), ServiceUsers.of(Map.of("planning", "x")));
    Roles roles = Roles.read();
    Modules all = Modules.without(Set.of(), roles);
    assertThat(Visitor.of(live("uta", "finance", false), roles, demand, all).owed())
        .contains(Visitor.Owed.SECOND_FACTOR);
    assertThat(Visitor.of(live("uta", "finance", false), roles, demand, all).caller().permissions())
        .isEmpty();
    assertThat(Visitor.of(live("uta", "finance", true), roles, demand, all).owed()).isEmpty();
    assertThat(Visitor.of(live("uta", "sales", false), roles, demand, all).owed()).isEmpty();
    assertThat(Visitor.of(live("planning", "finance", false), roles, demand, all).owed()).isEmpty();
  }

  private static TokensJdbc.Live live(String user, String role, boolean hasSecondFactor) {
    return new TokensJdbc.Live(
        UUID.randomUUID(),
        user,
        Set.of(Grant.everywhere(role)),
        Optional.empty(),
        Instant.MAX,
        false,
        hasSecondFactor);
  }

  private HttpAnswer begin(Map<String, String> person) {
    HttpAnswer begun =
        core.send("POST", PATH, "{\"password\": \"%s\"}".formatted(PASSWORD), person)
            .expecting(200);
    assertThat(begun.json().get("uri").asString()).startsWith("otpauth://totp/Millrace:");
    assertThat(begun.json().get("image").asString()).startsWith("data:image/svg+xml;base64,");
    return begun;
  }

  private List<String> setUp(String user, Map<String, String> person) {
    String secret = begin(person).json().get("secret").asString();
    List<String> codes = new ArrayList<>();
    core.send("PUT", PATH, code(codeOf(secret, 0)), person)
        .expecting(200)
        .json()
        .get("recoveryCodes")
        .forEach(code -> codes.add(code.asString()));
    return codes;
  }

  private Map<String, String> person(String name) {
    core.post(
        "/api/users",
        "{\"name\": \"%s\", \"password\": \"%s\", \"roles\": [\"sales\"]}"
            .formatted(name, PASSWORD));
    String token = login(name, "").expecting(200).json().get("token").asString();
    return Map.of("Authorization", "Bearer " + token);
  }

  private HttpAnswer login(String user, String code) {
    return loginFrom("", user, code);
  }

  private HttpAnswer loginFrom(String address, String user, String code) {
    String more = code.isEmpty() ? "" : ", \"code\": \"" + code + "\"";
    return core.post(
        "/api/login",
        "{\"user\": \"%s\", \"password\": \"%s\"%s}".formatted(user, PASSWORD, more),
        Map.of("X-Forwarded-For", address));
  }

  private static String code(String code) {
    return "{\"code\": \"" + code + "\"}";
  }

  /** What a device shows, by its own reading of the standard. */
  private static String codeOf(String secret, int intervalsLater) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
      long interval = Instant.now().getEpochSecond() / 30 + intervalsLater;
      byte[] message = new byte[8];
      for (int i = 7; i >= 0; i--) {
        message[i] = (byte) (interval >> 8 * (7 - i));
      }
      byte[] hash = mac.doFinal(message);
      int at = hash[19] & 15;
      long number = 0;
      for (int i = 0; i < 4; i++) {
        number = number << 8 | hash[at + i] & 0xff;
      }
      return "%06d".formatted((number & 0x7fffffff) % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decoded(String base32) {
    byte[] bytes = new byte[base32.length() * 5 / 8];
    for (int i = 0; i < bytes.length * 8; i++) {
      int bit = BASE32.indexOf(base32.charAt(i / 5)) >> 4 - i % 5 & 1;
      bytes[i / 8] |= (byte) (bit << 7 - i % 8);
    }
    return bytes;
  }
}
