package org.millrace.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

class SettingsApiTest {
  private final TestingCore core = TestingCore.running();
  private final String company = core.newCompany("EUR", "false").value();
  private final String path = "/api/companies/" + company + "/planning/settings";

  @Test
  void areTheUsualOnesUntilSomebodySetsThem() {
    HttpAnswer byDefault = core.get(path).expecting(200);
    assertThat(byDefault.header("ETag")).contains("\"0\"");
    assertThat(byDefault.json())
        .isEqualTo(
            json(
                "{'frozenDays':0,"
                    + "'workingDays':['monday','tuesday','wednesday','thursday','friday'],"
                    + "'holidays':[],'serviceLevels':{'a':{'x':0.98,'y':0.97,'z':0.95},"
                    + "'b':{'x':0.97,'y':0.95,'z':0.92},'c':{'x':0.95,'y':0.92,'z':0.9}}}"));
    core.get("/api/companies/NONE/planning/settings").expecting(404);
  }

  @Test
  void keepWhatAPlannerSetsAndSetTheSameOnlyOnce() {
    String settings =
        "{'frozenDays':14,'workingDays':['saturday','monday','saturday'],"
            + "'holidays':[{'date':'2026-12-25'},{'date':'2026-05-01','name':' Labour Day '}],"
            + "'serviceLevels':{'a':{'x':0.990}}}";
    assertThat(put(core.as("sales"), settings).status()).isEqualTo(403);
    assertThat(put(core.as("planner"), settings).header("ETag")).contains("\"1\"");
    HttpAnswer again = put(core.as("planner"), settings).expecting(200);
    assertThat(again.header("ETag")).contains("\"1\"");
    JsonNode now = core.as("sales").get(path).expecting(200).json();
    assertThat(now)
        .isEqualTo(
            json(
                "{'frozenDays':14,'workingDays':['monday','saturday'],"
                    + "'holidays':[{'date':'2026-05-01','name':'Labour Day'},"
                    + "{'date':'2026-12-25'}],"
                    + "'serviceLevels':{'a':{'x':0.99,'y':0.97,'z':0.95},"
                    + "'b':{'x':0.97,'y':0.95,'z':0.92},'c':{'x':0.95,'y':0.92,'z':0.9}}}"));
    assertThat(published()).containsExactly("1");

    assertThat(put(core, "{'holidays':[]}").header("ETag")).contains("\"2\"");
    assertThat(core.get(path).json().get("frozenDays").asInt()).isZero();
    assertThat(published()).containsExactly("1", "2");
  }

  @Test
  void areNotSetByWhoSawOthers() {
    put(core, "{'frozenDays':14}").expecting(200);
    String seen = core.get(path).body().replace("14", "\"21\"");
    assertThat(core.send("PUT", path, seen, Map.of("If-Match", "\"0\"")).expecting(412).body())
        .contains("What holds for all plans has version 1, the change was decided on version 0");
    core.send("PUT", path, seen, Map.of("If-Match", "\"1\"")).expecting(200);
    assertThat(core.get(path).json().get("frozenDays").asInt()).isEqualTo(21);
  }

  @Test
  void areRefusedWithAllThatIsWrongInThem() {
    HttpAnswer refused =
        put(
                core,
                "{'frozenDays':91,'workingDays':[],"
                    + "'holidays':[{'date':'2026-05-01'},{'date':'2026-05-01'}],"
                    + "'serviceLevels':{'b':{'y':95},'c':{'z':0.4}}}")
            .expecting(422);
    assertThat(refused.body())
        .contains("frozenDays", "91", "0 to 90 days")
        .contains("workingDays", "at least one day of the week")
        .contains("holidays.date", "[2026-05-01]", "each day once")
        .contains("serviceLevels.b.y", "95", "serviceLevels.c.z", "0.4", "such as 0.95");
    assertThat(put(core, "{'workingDays':['sabbath']}").body()).contains("sabbath", "saturday");
    assertThat(published()).isEmpty();
  }

  private HttpAnswer put(TestingCore user, String body) {
    return user.send("PUT", path, body.replace('\'', '"'), Map.of());
  }

  private static JsonNode json(String body) {
    return Json.mapper().readTree(body.replace('\'', '"'));
  }

  private java.util.List<String> published() {
    return core.jdbc()
        .sql(
            """
            select aggregate_version from outbox.event
            where company = ? and type = 'planning.settings-set' order by position
            """)
        .param(company)
        .query(String.class)
        .list();
  }
}
