package org.millrace.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class ServiceApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openCompanyWithAPart() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    send("/parties", "{'code':'S-1','name':'Tubes','roles':['supplier'],'country':'Germany'}");
    send("/parties", "{'code':'C-1','name':'Shop','roles':['customer'],'country':'Denmark'}");
    send("/items", "{'code':'BRAKE','name':'Brake set'}");
    String order =
        send(
                "/purchasing/orders",
                "{'supplier':'S-1','lines':[{'item':'BRAKE','quantity':4,'unitPrice':18.75}]}")
            .json()
            .get("number")
            .asString();
    act("/purchasing/orders/" + order + "/receipts", 1, "{}").expecting(201);
  }

  @Test
  void tellsWhichStepsAreNotOnesOwnAndWhy() {
    String path =
        "/service/tickets/"
            + send("/service/tickets", "{'customer':'C-1','subject':'Brake worn'}")
                .json()
                .get("number")
                .asString();
    assertThat(core.as("service").get(base + path).json().get("steps").toString())
        .contains("{\"act\":\"close\",\"allowed\":true}");
    JsonNode steps = core.as("viewer").get(base + path).json().get("steps");
    assertThat(steps).noneMatch(step -> step.get("allowed").asBoolean());
    assertThat(steps.toString())
        .contains("This needs the permission service.write for company " + company)
        .contains("cannot be opened again: it is open");
    assertThat(core.as("viewer").get(base + "/service/tickets").body()).contains("service.write");
  }

  @Test
  void bringsTicketsInFromAFileAndGivesThemOut() {
    HttpAnswer taken =
        core.post(
            base + "/imports/tickets?file=tickets.csv",
            "number,customer,subject,item\n"
                + "A-1,C-1,Brake worn,BRAKE\n"
                + ",NOBODY,Bell silent,\n"
                + ",C-1,Saddle loose,\n"
                + ",C-1,Saddle loose,\n");
    assertThat(taken.expecting(200).body()).contains("\"posted\":3", "\"rejected\":1");
    assertThat(core.get(base + "/imports/rejects").json().get("rows").get(0).toString())
        .contains("NOBODY", "customer");

    String given = core.get(base + "/exports/tickets").expecting(200).body();
    assertThat(given.lines().findFirst().orElseThrow())
        .startsWith("number,customer,customer_name,")
        .contains("parts.item", "parts.quantity", "parts.cost");
    assertThat(core.as("service").get(base + "/exports/tickets").expecting(200).body())
        .contains("parts.quantity")
        .doesNotContain("cost");
    assertThat(given).contains("ST-000001,C-1,Shop,", "Saddle loose").doesNotContain("A-1");
    assertThat(core.post(base + "/imports/tickets?file=copy.csv", given).body())
        .contains("\"posted\":3", "\"rejected\":0");
    assertThat(core.post(base + "/imports/tickets?file=again.csv", given).body())
        .contains("\"posted\":0", "\"there\":3", "\"rejected\":0");
  }

  @Test
  void triesAFileTellsWhatDoesNotFitAndTakesTheRest() {
    String file = "customer,subject\nC-1,Brake squeals\nNOBODY,Bell hums\nC-1,Chain slips\n";
    String at = base + "/imports/tickets?file=trial.csv";
    String tried = core.post(at + "&dryRun=true", file).expecting(200).body();
    assertThat(tried)
        .contains("\"columns\":[\"customer\",\"subject\"]", "\"posted\":2")
        .contains("\"line\":3,\"field\":\"customer\"", "\"cells\":[\"NOBODY\",\"Bell hums\"]");
    assertThat(core.post(at + "&skip=3", file).body()).contains("\"posted\":2", "\"rejected\":0");
    assertThat(core.get(base + "/imports/rejects").json().get("rows")).isEmpty();
    assertThat(core.get(base + "/imports").expecting(200).json().toString())
        .contains("\"kind\":\"tickets\",\"document\":\"service/ticket\",\"needed\":[\"customer\"");
    assertThat(core.as("viewer").get(base + "/imports").expecting(200).json().toString())
        .doesNotContain("tickets");
  }

  @Test
  void usesAPartThatLeavesStockAndCostsTheTicket() {
    String path =
        "/service/tickets/"
            + send("/service/tickets", "{'customer':'C-1','subject':'Brake worn','item':'BRAKE'}")
                .json()
                .get("number")
                .asString();
    HttpAnswer used = act(path + "/parts", 1, "{'item':'BRAKE'}").expecting(201);
    assertThat(used.json().get("ticket").get("partsCost").decimalValue())
        .isEqualByComparingTo("18.75");
    HttpAnswer closed = act(path + "/close", 2, "{'resolution':'Brake replaced'}").expecting(200);
    assertThat(closed.json().get("status").asString()).isEqualTo("closed");
    assertThat(core.get(base + path).json().get("parts")).hasSize(1);
    assertThat(TestingBooks.onHand(core, company, "BRAKE")).isEqualByComparingTo("3");
    assertThat(TestingBooks.balances(core, company))
        .containsEntry("6400", "18.75")
        .containsEntry("1200", "56.25");
    assertThat(types(path))
        .containsExactly("service.ticket-opened", "service.part-used", "service.ticket-closed");
    act(path + "/parts", 3, "{'item':'BRAKE'}").expecting(409);
    act(path + "/close", 3, "{}").expecting(409);
  }

  @Test
  void changesAMistypedTicketAndTellsWhatChanged() {
    String path = open("{'customer':'C-1','subject':'Brake wron','item':'BRAKE'}");
    HttpAnswer changed =
        core.send("PUT", base + path, json("{'subject':'Brake worn'}"), version(1)).expecting(200);
    assertThat(changed.json().get("subject").asString()).isEqualTo("Brake worn");
    assertThat(changed.json().get("version").asLong()).isEqualTo(2);
    JsonNode latest = core.get(base + path + "/history").expecting(200).json().get(0);
    assertThat(latest.get("event").asString()).isEqualTo("service.ticket-changed");
    assertThat(latest.get("actor").asString()).isEqualTo("admin");
    assertThat(latest.get("changes").toString())
        .contains("{\"field\":\"item\",\"before\":\"BRAKE\"}")
        .contains("\"before\":\"Brake wron\",\"after\":\"Brake worn\"");
    core.send("PUT", base + path, json("{'subject':'Late'}"), version(1)).expecting(412);
  }

  @Test
  void opensATicketAgainAndSaysWhichStepsAreNext() {
    String path = open("{'customer':'C-1','subject':'Brake worn'}");
    assertThat(steps(path)).contains("close true").contains("reopen false");
    act(path + "/close", 1, "{}").expecting(200);
    assertThat(steps(path)).contains("close false").contains("reopen true");
    assertThat(core.get(base + path).json().get("steps").toString())
        .contains("cannot be closed: it is closed. Open it again, or open a new one.");
    act(path + "/reopen", 2, "{'reason':' '}").expecting(422);
    HttpAnswer open = act(path + "/reopen", 2, "{'reason':'It squeaks'}").expecting(200);
    assertThat(open.json().get("status").asString()).isEqualTo("open");
    assertThat(open.json().has("closedAt")).isFalse();
    assertThat(core.get(base + path + "/history").json().get(0).get("reason").asString())
        .isEqualTo("It squeaks");
  }

  private String steps(String path) {
    StringBuilder steps = new StringBuilder();
    for (JsonNode step : core.get(base + path).expecting(200).json().get("steps")) {
      steps.append(step.get("act").asString()).append(' ').append(step.get("allowed")).append(", ");
    }
    return steps.toString();
  }

  private String open(String ticket) {
    return "/service/tickets/" + send("/service/tickets", ticket).json().get("number").asString();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Map<String, String> version(int version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }

  @Test
  void refusesAPartThatIsNotThere() {
    String path =
        "/service/tickets/"
            + send("/service/tickets", "{'customer':'C-1','subject':'All brakes'}")
                .json()
                .get("number")
                .asString();
    HttpAnswer refused = act(path + "/parts", 1, "{'item':'BRAKE','quantity':5}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(core.get(base + path).json().get("parts")).isEmpty();
  }

  @Test
  void refusesATicketOfAPartyThatIsNoCustomer() {
    HttpAnswer refused =
        core.post(
            base + "/service/tickets", "{\"customer\":\"S-1\",\"subject\":\"Late delivery\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("role customer");
  }

  private List<String> types(String path) {
    String number = path.substring(path.lastIndexOf('/') + 1);
    return core.jdbc()
        .sql("select type from outbox.event where aggregate_id = ? order by aggregate_version")
        .params("ticket:" + company + "/" + number)
        .query(String.class)
        .list();
  }

  private HttpAnswer send(String path, String json) {
    return core.post(base + path, json.replace('\'', '"')).expecting(201);
  }

  private HttpAnswer act(String path, int version, String json) {
    return core.post(base + path, json(json), version(version));
  }
}
