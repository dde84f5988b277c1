package org.millrace.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** What people add to documents, over HTTP. */
class CollaborationApiTest {
  private static final String BYTES = "application/octet-stream";

  private final TestingCore core = TestingCore.running();
  private final String company = core.newCompany("EUR", "false").value();
  private final String base = "/api/companies/" + company;
  private String order;
  private String about;

  @BeforeEach
  void placeAnOrder() {
    core.post(
            base + "/parties",
            "{\"code\": \"C\", \"name\": \"Shop\", \"roles\": [\"customer\"], \"country\": \"X\"}")
        .expecting(201);
    core.post(base + "/items", "{\"code\": \"BELL\", \"name\": \"Bell\"}").expecting(201);
    order = place();
    about = base + "/documents/sales/order/" + order;
  }

  private String place() {
    return core.post(
            base + "/sales/orders",
            "{\"customer\": \"C\", \"lines\":"
                + " [{\"item\": \"BELL\", \"quantity\": 1, \"unitPrice\": 2}]}")
        .expecting(201)
        .json()
        .get("number")
        .asString();
  }

  @Test
  void tellsWhoIsMentionedAndWhoFollows() {
    core.as("viewer").send("PUT", about + "/followers/me", "", Map.of()).expecting(200);
    JsonNode comment =
        core.post(about + "/comments", "{\"text\": \"@sales please ring them\"}")
            .expecting(201)
            .json();
    assertThat(comment.get("author").asString()).isEqualTo("admin");
    assertThat(comment.get("mentions").get(0).asString()).isEqualTo("sales");
    assertThat(comment.get("unknownMentions")).isEmpty();
    JsonNode astray =
        core.post(about + "/comments", "{\"text\": \"@Sales and @salse, ring\"}").json();
    assertThat(astray.get("unknownMentions").toString()).isEqualTo("[\"salse\"]");
    core.post(base + "/sales/orders/" + order + "/cancel", "{}", Map.of("If-Match", "\"1\""))
        .expecting(200);
    JsonNode mentioned = core.as("sales").get("/api/inbox").expecting(200).json();
    assertThat(of(mentioned)).contains("mentioned admin @sales please ring them");
    JsonNode told = core.as("viewer").get("/api/inbox").json();
    assertThat(of(told))
        .containsSubsequence("happened admin sales.order-cancelled", "commented admin");
    assertThat(told.get("unseen").asLong()).isGreaterThanOrEqualTo(2);
    String until = told.at("/messages/0/at").asString();
    JsonNode seen =
        core.as("viewer")
            .send("PUT", "/api/inbox/seen", "{\"until\": \"" + until + "\"}", Map.of())
            .json();
    assertThat(seen.get("unseen").asLong()).isZero();
    assertThat(core.get("/api/inbox").json().toString()).doesNotContain(order);
    core.as("viewer").send("DELETE", about + "/followers/me", "", Map.of()).expecting(200);
    assertThat(core.get(about + "/followers").json()).isEmpty();
  }

  private String of(JsonNode inbox) {
    StringBuilder lines = new StringBuilder();
    inbox
        .get("messages")
        .forEach(
            message -> {
              if (message.get("number").asString().equals(order)
                  && message.get("company").asString().equals(company)) {
                String what =
                    message.has("event")
                        ? message.get("event").asString()
                        : message.get("text").asString();
                lines
                    .append(message.get("reason").asString())
                    .append(' ')
                    .append(message.get("by").asString())
                    .append(' ')
                    .append(what)
                    .append('\n');
              }
            });
    return lines.toString();
  }

  @Test
  void takesAnOwnCommentBackAndNoOthers() {
    String id =
        core.post(about + "/comments", "{\"text\": \"Wrong price\"}").json().get("id").asString();
    core.as("sales").send("DELETE", about + "/comments/" + id, "", Map.of()).expecting(404);
    core.send("DELETE", about + "/comments/" + id, "", Map.of()).expecting(200);
    JsonNode left = core.get(about + "/comments").json().get(0);
    assertThat(left.has("text")).isFalse();
    assertThat(left.has("withdrawnAt")).isTrue();
    core.post(about + "/comments", "{\"text\": \" \"}").expecting(422);
  }

  @Test
  void keepsFilesByTheirContent() {
    HttpAnswer added = attach("报价 offer.pdf", "%PDF-1.7 " + company).expecting(201);
    String id = added.json().get("id").asString();
    assertThat(added.json().get("mediaType").asString()).isEqualTo("application/pdf");
    attach("copy.pdf", "%PDF-1.7 " + company).expecting(201);
    assertThat(
            core.jdbc()
                .sql("select count(*) from collaboration.content where sha256 = ?")
                .param(added.json().get("sha256").asString())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    HttpAnswer file = core.get(about + "/attachments/" + id).expecting(200);
    assertThat(file.body()).isEqualTo("%PDF-1.7 " + company);
    assertThat(file.header("Content-Disposition").orElseThrow()).startsWith("attachment;");
    assertThat(file.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(attach("page.pdf", "<html></html>").expecting(422).body()).contains("text/html");
    core.send("DELETE", about + "/attachments/" + id, "", Map.of()).expecting(200);
    core.get(about + "/attachments/" + id).expecting(404);
    assertThat(core.get(about + "/attachments").json()).hasSize(1);
  }

  private HttpAnswer attach(String name, String content) {
    return core.send(
        "POST",
        about
            + "/attachments?name="
            + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8),
        content,
        Map.of("Content-Type", BYTES));
  }

  @Test
  void findsDocumentsByTag() {
    place();
    core.send("PUT", about + "/tags", "{\"tags\": [\"urgent\", \"fair\"]}", Map.of())
        .expecting(200);
    JsonNode found = core.get(base + "/sales/orders?tag=urgent&status=open").json();
    assertThat(found.get("total").asLong()).isEqualTo(1);
    assertThat(found.at("/rows/0/number").asString()).isEqualTo(order);
    assertThat(core.get(base + "/tags/sales/order").json().get(0).get("documents").asLong())
        .isEqualTo(1);
    core.send("PUT", about + "/tags", "{\"tags\": [\"fair\"]}", Map.of()).expecting(200);
    assertThat(core.get(base + "/sales/orders?tag=urgent").json().get("total").asLong()).isZero();
  }

  @Test
  void knowsNothingOfWhatIsNotThereOrNotToBeRead() {
    assertThat(core.get(base + "/documents/sales/boat/1/comments").expecting(404).body())
        .contains("sales/boat", "sales/order");
    core.get(base + "/documents/sales/order/SO-999/comments").expecting(404);
    assertThat(core.as("service").get(about + "/comments").status()).isIn(200, 403);
  }
}
