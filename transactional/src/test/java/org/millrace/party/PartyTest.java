package org.millrace.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;

class PartyTest {
  private static final String RAD =
      "{\"code\": \"C-1\", \"name\": \"Rad\", \"roles\": [\"customer\"], \"country\": \"Germany\"}";
  private final TestingCore core = TestingCore.running();

  @Test
  void registersFindsAndChangesAParty() {
    String parties = "/api/companies/" + core.newCompany() + "/parties";
    core.post(parties, RAD).expecting(201);
    assertThat(core.post(parties, RAD).status()).isEqualTo(409);
    assertThat(core.get(parties + "?search=germ").json().at("/rows/0/code").asString())
        .isEqualTo("C-1");
    String change =
        "{\"name\": \"Rad GmbH\", \"roles\": [\"supplier\", \"customer\"],"
            + " \"country\": \"Germany\"}";
    HttpAnswer changed =
        core.send("PUT", parties + "/C-1", change, Map.of("If-Match", "\"1\"")).expecting(200);
    assertThat(changed.header("ETag")).contains("\"2\"");
    HttpAnswer read = core.get(parties + "/C-1");
    assertThat(read.json().get("name").asString()).isEqualTo("Rad GmbH");
    assertThat(read.json().get("roles").toString()).isEqualTo("[\"customer\",\"supplier\"]");
    assertThat(read.header("ETag")).contains("\"2\"");
  }

  @Test
  void isInARegionAsACustomerAlone() {
    Optional<RegionCode> north = Optional.of(new RegionCode(" 华东 "));
    PartyCode code = new PartyCode("C-1");
    assertThat(new Party(code, "Rad", Set.of(Role.CUSTOMER), "DE", false, north).region())
        .contains(new RegionCode("华东"));
    assertThatThrownBy(() -> new Party(code, "Rad", Set.of(Role.SUPPLIER), "DE", false, north))
        .hasMessageContaining("region is '华东', expected none without the role customer");
  }

  @Test
  void opensBooksOnce() {
    String code = core.newCompany().value();
    HttpAnswer again =
        core.post(
            "/api/companies",
            "{\"code\": \"%s\", \"name\": \"Twin\", \"currency\": \"EUR\"}".formatted(code));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().get("detail").asString())
        .isEqualTo("Company " + code + " has its books already: use it or choose another code.");
  }

  @Test
  void refusesACurrencyNobodyKnows() {
    HttpAnswer answer =
        core.post("/api/companies", "{\"code\": \"X\", \"name\": \"X\", \"currency\": \"XXY\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/problems/0/field").asString()).isEqualTo("currency");
  }

  @Test
  void refusesActsOfTheFuture() {
    String parties = "/api/companies/" + core.newCompany() + "/parties";
    String tomorrow = RAD.replace("}", ", \"occurredAt\": \"2999-01-01T00:00:00Z\"}");
    HttpAnswer answer = core.post(parties, tomorrow);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/problems/0/field").asString()).isEqualTo("occurredAt");
  }
}
