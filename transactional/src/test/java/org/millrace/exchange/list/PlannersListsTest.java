package org.millrace.exchange.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** Item policies and forecast overrides from files, over HTTP. */
class PlannersListsTest {
  private static final String POLICIES =
      """
      item,source,lead_days,lot_rule,lot_quantity,unit_price
      WHEEL,buy,10,multiple,50,12.50
      FORK,buy,five,,,
      SADDLE,buy,3,multiple,,
      NONE,buy,3,,,
      BELL,buy,2,,,
      """;

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void registerItems() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    for (String item : List.of("WHEEL", "FORK", "SADDLE", "BELL")) {
      core.post(base + "/items", "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(item, item))
          .expecting(201);
    }
  }

  private HttpAnswer send(String kind, String query, String file) {
    return core.post(base + "/imports/" + kind + "?file=" + query, file);
  }

  private static List<JsonNode> steps(HttpAnswer answer) {
    return answer.expecting(200).body().lines().map(Json.mapper()::readTree).toList();
  }

  private static String rows(HttpAnswer answer) {
    List<JsonNode> steps = steps(answer);
    JsonNode rows = steps.get(steps.size() - 1).get("rows");
    return "%s = %s + %s + %s"
        .formatted(rows.get("read"), rows.get("posted"), rows.get("there"), rows.get("rejected"));
  }

  private JsonNode policy(String item) {
    return core.get(base + "/planning/item-policies/" + item).expecting(200).json();
  }

  @Test
  void takesGoodRowsAndKeepsTheOthersWithFieldValueAndReason() {
    HttpAnswer answer = send("item-policies", "p.csv", POLICIES);

    assertThat(rows(answer)).isEqualTo("5 = 2 + 0 + 3");
    assertThat(policy("WHEEL").get("lotQuantity").asInt()).isEqualTo(50);
    assertThat(policy("BELL").get("leadDays").asInt()).isEqualTo(2);
    JsonNode rejects = core.get(base + "/imports/rejects").expecting(200).json().get("rows");
    assertThat(rejects.size()).isEqualTo(3);
    assertThat(told(rejects.get(0))).isEqualTo("3 lead_days 'five': a whole number such as 5");
    assertThat(told(rejects.get(1)))
        .isEqualTo("4 lot_quantity '': a quantity with the lot rule multiple");
    assertThat(told(rejects.get(2))).isEqualTo("5 item 'NONE': one that is there");
    assertThat(rejects.get(2).get("reason").asString()).contains("no item NONE");
  }

  @Test
  void writesIntoTheAuditHowAnImportEnded() {
    send("item-policies", "ended.csv", POLICIES).expecting(200);
    assertThat(audited("ended.csv")).isEqualTo(200);
    String unclosed = POLICIES + "BELL,buy,\"" + "2".repeat(1_500_000) + "\n";
    List<JsonNode> steps = steps(send("item-policies", "stopped.csv", unclosed));
    assertThat(steps.get(steps.size() - 1).get("detail").asString())
        .startsWith("The import stopped: ");
    assertThat(audited("stopped.csv")).isEqualTo(422);
    send("item-policies", "refused.csv", "no,column,that,fits\n").expecting(422);
    assertThat(audited("refused.csv")).isEqualTo(422);
  }

  private int audited(String file) {
    return core.get("/api/audit?search=" + file).json().at("/rows/0/status").asInt();
  }

  @Test
  void refusesAFolderAsTheNameOfAFile() {
    for (String kind : List.of("item-policies", "sales-history")) {
      HttpAnswer answer = send(kind, "/", POLICIES);
      assertThat(answer.status()).as(kind).isEqualTo(400);
      assertThat(answer.json().get("detail").asString())
          .isEqualTo("'/' is a folder: send the name of the file as the parameter file.");
    }
    assertThat(rows(send("item-policies", "C:/lists/p.csv/", POLICIES))).isEqualTo("5 = 2 + 0 + 3");
  }

  private static String told(JsonNode reject) {
    return "%s %s '%s': %s"
        .formatted(
            reject.get("line"),
            reject.get("field").asString(),
            reject.get("value").asString(),
            reject.get("expected").asString());
  }

  @Test
  void theExportIsTheImportAndChangesNothing() {
    send("item-policies", "p.csv", POLICIES);
    String exported = core.get(base + "/exports/item-policies").expecting(200).body();

    assertThat(exported).contains("WHEEL,buy,10,,multiple,50,,,,,,,,12.50,EUR");
    assertThat(rows(send("item-policies", "again.csv", exported))).isEqualTo("2 = 0 + 2 + 0");
    assertThat(policyEvents()).isEqualTo(2);
  }

  @Test
  void aCorrectedExportOfTheRejectsTakesThemOffTheList() {
    send("item-policies", "p.csv", POLICIES);
    String corrected =
        core.get(base + "/exports/rejects").expecting(200).body().replace("five", "5");

    assertThat(rows(send("item-policies", "corrected.csv", corrected))).isEqualTo("3 = 1 + 0 + 2");
    assertThat(policy("FORK").get("leadDays").asInt()).isEqualTo(5);
    assertThat(core.get(base + "/exports/rejects").body().lines()).hasSize(3);
  }

  @Test
  void rejectsOfDifferentKindsComeApartAndOthersArePassedOver() {
    send("item-policies", "p.csv", POLICIES);
    send("forecast-overrides", "o.csv", "item,period,quantity,note\nWHEEL,2026-12-01,1,x\n");

    assertThat(core.get(base + "/exports/rejects").expecting(409).body())
        .contains("forecast-overrides (1), item-policies (3)")
        .contains("--kind KIND");
    String policies = core.get(base + "/exports/rejects?kind=item-policies").expecting(200).body();
    assertThat(policies.lines().findFirst())
        .hasValue(
            "item,source,lead_days,lot_rule,lot_quantity,unit_price,reject_id,reject_kind,"
                + "reject_file,reject_line,reject_field,reject_reason,reject_expected");
    assertThat(policies.lines()).hasSize(4);
    String mixed =
        policies
            + policies
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .replace("item-policies", "forecast-overrides");
    assertThat(rows(send("item-policies", "mixed.csv", mixed))).isEqualTo("3 = 0 + 0 + 3");
  }

  @Test
  void whatHasNoColumnStaysAndAnEmptyCellClears() {
    send("item-policies", "p.csv", POLICIES);

    send("item-policies", "lead.csv", "item;lead_days\nWHEEL;12\n");
    assertThat(policy("WHEEL").get("leadDays").asInt()).isEqualTo(12);
    assertThat(policy("WHEEL").get("lotQuantity").asInt()).isEqualTo(50);
    send("item-policies", "none.csv", "item,lead_days\nWHEEL,\n");
    assertThat(policy("WHEEL").has("leadDays")).isFalse();
  }

  @Test
  void aTrialChangesNothing() {
    assertThat(rows(send("item-policies", "p.csv&dryRun=true", POLICIES)))
        .isEqualTo("5 = 2 + 0 + 3");
    core.get(base + "/planning/item-policies/WHEEL").expecting(404);
    assertThat(core.get(base + "/imports/rejects").json().get("rows").size()).isZero();
  }

  @Test
  void overridesNameTheirAuthorAndTheSameFileTwiceChangesNothing() {
    String file =
        """
        item,location,period,quantity,note
        WHEEL,,2026-11-30,120,"A fair, twice the usual"
        WHEEL,,2026-12-01,120,A fair
        """;

    assertThat(rows(overrides(file))).isEqualTo("2 = 1 + 0 + 1");
    assertThat(rows(overrides(file))).isEqualTo("2 = 0 + 1 + 1");
    JsonNode kept = core.get(base + "/planning/forecast-overrides").json().get("rows").get(0);
    assertThat(kept.get("author").asString()).isEqualTo("planner");
    assertThat(kept.get("note").asString()).isEqualTo("A fair, twice the usual");
    String exported = core.get(base + "/exports/forecast-overrides").expecting(200).body();
    assertThat(rows(overrides(exported))).isEqualTo("1 = 0 + 1 + 0");
  }

  private HttpAnswer overrides(String file) {
    return core.as("planner").post(base + "/imports/forecast-overrides?file=o.csv", file);
  }

  @Test
  void refusesFilesThatDoNotFitAndPeopleWhoMayNot() {
    assertThat(send("item-policies", "p.csv", "item,colour\nWHEEL,red\n").expecting(422).body())
        .contains("column colour unknown")
        .contains("may have source, lead_days");
    assertThat(send("forecast-overrides", "o.csv", "item,period\n").expecting(422).body())
        .contains("column quantity, note missing");
    assertThat(send("nonsense", "n.csv", "item\n").expecting(404).body())
        .contains("There are: sales-history, account-statements, allocations");
    core.as("sales").post(base + "/imports/item-policies?file=p.csv", POLICIES).expecting(403);
    core.as("planner").post(base + "/imports/sales-history?file=h.csv", POLICIES).expecting(403);
  }

  private long policyEvents() {
    return core.jdbc()
        .sql("select count(*) from outbox.event where company = ? and type = ?")
        .params(base.substring(base.lastIndexOf('/') + 1), "planning.item-policy-set")
        .query(Long.class)
        .single();
  }
}
