package org.millrace.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.Refused;
import tools.jackson.databind.JsonNode;

/** Views of lists, over HTTP, as several users see them. */
class ViewsApiTest {
  private static final String OPEN =
      """
      {"page": "sales/order", "name": "%s", "audience": "%s", "choices": {"search": "bell",
       "filters": {"status": "open", "orderDate.from": "2026-01-01"}, "sort": ["-orderDate"],
       "columns": ["number", "status"]}}
      """;

  private final TestingCore core = TestingCore.running();
  private final String views =
      "/api/companies/" + core.newCompany("EUR", "false").value() + "/views";
  private final String orders = views + "?page=sales/order";

  private String save(TestingCore as, String name, String audience) {
    HttpAnswer answer = as.post(views, OPEN.formatted(name, audience)).expecting(201);
    return answer.json().get("id").asString();
  }

  private static List<String> names(JsonNode found) {
    return found.valueStream().map(view -> view.get("name").asString()).toList();
  }

  @Test
  void keepsAViewForItsOwnerAlone() {
    save(core.as("viewer"), "Open bells", "owner");
    JsonNode own = core.as("viewer").get(orders).expecting(200).json();
    assertThat(names(own)).containsExactly("Open bells");
    assertThat(own.at("/0/choices/filters/orderDate.from").asString()).isEqualTo("2026-01-01");
    assertThat(own.at("/0/choices/columns/1").asString()).isEqualTo("status");
    assertThat(own.at("/0/owner").asString()).isEqualTo("viewer");
    assertThat(core.get(orders).json()).isEmpty();
    assertThat(core.as("viewer").get(views + "?page=sales/invoice").json()).isEmpty();
    core.as("viewer").post(views, OPEN.formatted("Open bells", "owner")).expecting(409);
  }

  @Test
  void sharesAViewOnlyByWhoMay() {
    core.as("viewer").post(views, OPEN.formatted("All of us", "company")).expecting(403);
    String shared = save(core, "Ours", "company");
    assertThat(names(core.as("viewer").get(orders).json())).containsExactly("Ours");
    Map<String, String> first = Map.of("If-Match", "\"1\"");
    String at = views + "/" + shared;
    String mine = OPEN.formatted("Mine", "company");
    core.as("viewer").send("PUT", at, mine, first).expecting(403);
    core.as("viewer").send("DELETE", at, "", Map.of()).expecting(403);
    core.send("PUT", at, OPEN.formatted("Ours now", "company"), first).expecting(200);
    core.send("PUT", at, OPEN.formatted("Ours again", "company"), first).expecting(412);
    assertThat(names(core.as("viewer").get(orders).json())).containsExactly("Ours now");
  }

  @Test
  void opensAListWithOneViewForEachUser() {
    String shared = save(core, "Ours", "company");
    String own = save(core.as("viewer"), "Own", "owner");
    open(core.as("viewer"), shared).expecting(200);
    JsonNode opened = open(core.as("viewer"), own).expecting(200).json();
    assertThat(opened.valueStream().filter(view -> view.get("isDefault").asBoolean()).toList())
        .extracting(view -> view.get("name").asString())
        .containsExactly("Own");
    assertThat(core.get(orders).json().at("/0/isDefault").asBoolean()).isFalse();
    open(core, own).expecting(404);
    core.as("viewer")
        .send("PUT", views + "/opening", "{\"page\": \"sales/order\"}", Map.of())
        .expecting(200);
    assertThat(core.as("viewer").get(orders).json().valueStream())
        .noneMatch(view -> view.get("isDefault").asBoolean());
  }

  @Test
  void nobodyOpensAListWithAViewThatIsNoLongerSharedOrThere() {
    String shared = save(core, "Ours", "company");
    open(core.as("viewer"), shared).expecting(200);
    core.send(
            "PUT",
            views + "/" + shared,
            OPEN.formatted("Ours", "owner"),
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    assertThat(core.as("viewer").get(orders).json()).isEmpty();
    core.send("DELETE", views + "/" + shared, "", Map.of()).expecting(204);
    assertThat(core.get(orders).json()).isEmpty();
  }

  @Test
  void refusesAViewThatNobodyCouldRead() {
    JsonNode refused =
        core.post(views, OPEN.formatted(" ", "owner").replace("sales/order", "Sales"))
            .expecting(422)
            .json();
    assertThat(refused.toString()).contains("a page such as sales/order", "1 to 80 printable");
    assertThatThrownBy(
            () -> new Choices(Optional.of("x".repeat(201)), Map.of(), List.of(), List.of()))
        .isInstanceOf(Refused.class);
    List<String> many = java.util.Collections.nCopies(101, "number");
    assertThatThrownBy(() -> new Choices(Optional.empty(), Map.of(), List.of(), many))
        .isInstanceOf(Refused.class);
  }

  private HttpAnswer open(TestingCore as, String view) {
    String body = "{\"page\": \"sales/order\", \"view\": \"" + view + "\"}";
    return as.send("PUT", views + "/opening", body, Map.of());
  }
}
