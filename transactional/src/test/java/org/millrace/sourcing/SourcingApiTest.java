package org.millrace.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** From what somebody needs to the purchase orders, by the API. */
class SourcingApiTest {
  private static final String NEEDED =
      "{'requestedBy':'Workshop','occurredAt':'2026-05-04T08:00:00Z','lines':["
          + "{'item':'RIM','quantity':10,'wantedDate':'2026-05-20'},"
          + "{'item':'HUB','quantity':4,'wantedDate':'2026-05-12'}]}";

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void open() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    for (String supplier : List.of("S", "T", "U")) {
      send(
              "/parties",
              "{'code':'%s','name':'%1$s & Co','roles':['supplier'],'country':'Italy'}"
                  .formatted(supplier))
          .expecting(201);
    }
    send("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy'}");
    send("/items", "{'code':'RIM','name':'Rim'}").expecting(201);
    send("/items", "{'code':'HUB','name':'Hub'}").expecting(201);
    send(
            "/currency/rates",
            "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2026-01-01','rate':'0.90'}")
        .expecting(201);
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  private HttpAnswer act(String path, int version, String body) {
    return core.post(
        base + "/sourcing/" + path,
        body.replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private JsonNode got(String path) {
    return core.get(base + path).expecting(200).json();
  }

  private String requisition() {
    return send("/sourcing/requisitions", NEEDED).expecting(201).json().get("number").asString();
  }

  /** Two suppliers are asked; the second offers in dollars and the first for the rims alone. */
  private String asked() {
    String requisition = requisition();
    String request =
        act(
                "requisitions/" + requisition + "/ask",
                1,
                "{'answerBy':'2026-05-08','suppliers':['S','T'],"
                    + "'occurredAt':'2026-05-04T09:00:00Z'}")
            .expecting(200)
            .json()
            .get("request")
            .asString();
    act(
            "requests/" + request + "/answer",
            1,
            answer(
                "S", "2026-05-31", "2026-05-05", "{'line':1,'unitPrice':2.50,'leadTimeDays':10}"))
        .expecting(200);
    act(
            "requests/" + request + "/answer",
            2,
            answer(
                    "T",
                    "2026-05-31",
                    "2026-05-06",
                    "{'line':1,'unitPrice':3,'leadTimeDays':14,'minimumQuantity':20},"
                        + "{'line':2,'unitPrice':8,'leadTimeDays':3}")
                .replace("}]", "}],'currency':'USD'"))
        .expecting(200);
    return request;
  }

  private static String answer(String supplier, String until, String day, String lines) {
    return "{'supplier':'%s','validUntil':'%s','occurredAt':'%sT08:00:00Z','lines':[%s]}"
        .formatted(supplier, until, day, lines);
  }

  private List<String> compared(String query) {
    return StreamSupport.stream(
            got("/sourcing/comparisons" + query).get("rows").spliterator(), false)
        .map(
            row ->
                String.join(
                    " ",
                    List.of(
                            "item",
                            "supplier",
                            "orderQuantity",
                            "amount",
                            "aboveCheapest",
                            "rank",
                            "arrival")
                        .stream()
                        .map(field -> row.path(field).asString("-"))
                        .toList()))
        .toList();
  }

  @Test
  void leadsFromTheNeedOverComparedOffersToAnOrderWithEachSupplierChosen() {
    String request = asked();
    assertThat(compared("?request=" + request))
        .hasSize(4)
        .anySatisfy(row -> assertThat(row).startsWith("RIM S 10 25.00 0.00 1"))
        .anySatisfy(row -> assertThat(row).startsWith("RIM T 20 54.00 29.00 2"))
        .contains("HUB S - - - - not-offered")
        .anySatisfy(row -> assertThat(row).startsWith("HUB T 4 28.80 0.00 1"));
    JsonNode awarded =
        act(
                "requests/" + request + "/award",
                3,
                "{'supplier':'T','lines':[{'line':1,'supplier':'S'}],"
                    + "'occurredAt':'2026-05-07T08:00:00Z'}")
            .expecting(200)
            .json();
    assertThat(awarded.get("status").asString()).isEqualTo("awarded");
    assertThat(awarded.at("/lines/0/awardedTo").asString()).isEqualTo("S");
    JsonNode rims = got("/purchasing/orders/" + awarded.at("/lines/0/order").asString());
    assertThat(rims.at("/supplier/code").asString()).isEqualTo("S");
    assertThat(rims.get("promisedDate").asString()).isEqualTo("2026-05-17");
    assertThat(rims.get("netAmount").decimalValue()).isEqualByComparingTo("25");
    assertThat(rims.at("/demand/number").asString()).isEqualTo(request);
    JsonNode hubs = got("/purchasing/orders/" + awarded.at("/lines/1/order").asString());
    assertThat(hubs.at("/foreign/currency").asString()).isEqualTo("USD");
    assertThat(hubs.at("/foreign/netAmount").decimalValue()).isEqualByComparingTo("32");
    assertThat(hubs.get("netAmount").decimalValue()).isEqualByComparingTo("28.8");
    JsonNode needed = got("/sourcing/requisitions/PR-000001");
    assertThat(needed.get("status").asString()).isEqualTo("ordered");
    assertThat(needed.at("/lines/1/order")).isEqualTo(awarded.at("/lines/1/order"));
    assertThat(compared("?request=" + request + "&isAwarded=true"))
        .containsExactly("RIM S 10 25.00 0.00 1 in-time", "HUB T 4 28.80 0.00 1 in-time");
    assertThat(got("/sourcing/comparisons/" + request + "-0001-002").get("arrival").asString())
        .isEqualTo("late");
    act("requests/" + request + "/award", 4, "{'supplier':'T'}").expecting(409);
    act("requests/" + request + "/cancel", 4, "{'reason':'Late'}").expecting(409);
  }

  @Test
  void opensTheRequisitionAgainWhereALineIsNotAwardedOrTheRequestIsGivenUp() {
    String request = asked();
    act(
            "requests/" + request + "/award",
            3,
            "{'lines':[{'line':1,'supplier':'T'}],'occurredAt':'2026-05-07T08:00:00Z'}")
        .expecting(200);
    JsonNode needed = got("/sourcing/requisitions/PR-000001");
    assertThat(needed.get("status").asString()).isEqualTo("open");
    assertThat(needed.at("/lines/0/order").asString()).isEqualTo("PO-000001");
    assertThat(got("/purchasing/orders/PO-000001").at("/lines/0/quantity").decimalValue())
        .isEqualByComparingTo("20");
    String again =
        act("requisitions/PR-000001/ask", 3, "{'answerBy':'2099-05-08','suppliers':['U']}")
            .expecting(200)
            .json()
            .get("request")
            .asString();
    JsonNode lines = got("/sourcing/requests/" + again).get("lines");
    assertThat(lines).hasSize(1);
    assertThat(lines.at("/0/item").asString()).isEqualTo("HUB");
    assertThat(lines.at("/0/requisitionLine").asInt()).isEqualTo(2);
  }

  @Test
  void takesTheRequisitionBackWhenTheRequestIsCancelled() {
    String request = asked();
    act("requests/" + request + "/cancel", 3, "{'reason':'All too dear'}").expecting(200);
    assertThat(got("/sourcing/requisitions/PR-000001").get("status").asString()).isEqualTo("open");
    act("requisitions/PR-000001/cancel", 3, "{'reason':'Not needed'}").expecting(200);
  }

  @Test
  void ordersARequisitionFromWhoSoldEachItemLast() {
    send(
            "/purchasing/orders",
            "{'supplier':'S','lines':[{'item':'RIM','quantity':1,'unitPrice':2}],"
                + "'occurredAt':'2026-05-01T08:00:00Z'}")
        .expecting(201);
    String path = "requisitions/" + requisition();
    String day = "'occurredAt':'2026-05-05T08:00:00Z'}";
    assertThat(act(path + "/order", 1, "{" + day).expecting(422).body())
        .contains("lines.2.supplier", "nobody has sold item HUB before");
    JsonNode ordered =
        act(
                path + "/order",
                1,
                "{'lines':[{'line':1},{'line':2,'supplier':'T','unitPrice':7}]," + day)
            .expecting(200)
            .json();
    assertThat(ordered.get("status").asString()).isEqualTo("ordered");
    JsonNode rims = got("/purchasing/orders/" + ordered.at("/lines/0/order").asString());
    assertThat(rims.at("/supplier/code").asString()).isEqualTo("S");
    assertThat(rims.at("/lines/0/unitPrice").decimalValue()).isEqualByComparingTo("2");
    assertThat(rims.get("promisedDate").asString()).isEqualTo("2026-05-20");
    act(path + "/reject", 2, "{'reason':'Late'}").expecting(409);
  }

  @Test
  void refusesAnswersOfOthersAndTooLateAndAwardsWithoutAnOffer() {
    String request = "requests/" + asked();
    String line = "{'line':1,'unitPrice':1,'leadTimeDays':1}";
    assertThat(
            act(request + "/answer", 3, answer("U", "2026-05-31", "2026-05-06", line))
                .expecting(409)
                .body())
        .contains("cannot be answered by U: he was not asked", "S, T");
    assertThat(
            act(request + "/answer", 3, answer("S", "2026-05-31", "2026-05-09", line))
                .expecting(409)
                .body())
        .contains("cannot be answered on 2026-05-09: the last day was 2026-05-08");
    String wrong = "{'line':7,'unitPrice':-1,'leadTimeDays':-1,'minimumQuantity':0}";
    assertThat(
            act(request + "/answer", 3, answer("S", "2026-05-01", "2026-05-06", wrong))
                .expecting(422)
                .body())
        .contains("validUntil", "a line of the request", "unitPrice", "leadTimeDays")
        .contains("lines.7.minimumQuantity");
    String day = "'occurredAt':'2026-05-07T08:00:00Z'}";
    assertThat(act(request + "/award", 3, "{'supplier':'S'," + day).expecting(422).body())
        .contains("lines.2.supplier", "a supplier who offered the line");
    assertThat(act(request + "/award", 3, "{" + day).expecting(422).body())
        .contains("a supplier for all lines, or one by line");
    assertThat(
            act(request + "/award", 3, "{'supplier':'T','occurredAt':'2026-06-01T08:00:00Z'}")
                .expecting(422)
                .body())
        .contains("his was until 2026-05-31");
    assertThat(
            send(
                    "/sourcing/requests",
                    "{'answerBy':'2099-01-01','suppliers':['C'],"
                        + "'lines':[{'item':'RIM','quantity':1,'wantedDate':'2099-01-01'}]}")
                .expecting(422)
                .body())
        .contains("a party with the role supplier");
    assertThat(got("/purchasing/orders").get("rows")).isEmpty();
  }

  @Test
  void countsTheLatestAnswerOfASupplierAlone() {
    String request = "requests/" + asked();
    act(
            request + "/answer",
            3,
            answer("T", "2026-06-30", "2026-05-07", "{'line':1,'unitPrice':2.40,'leadTimeDays':5}"))
        .expecting(200);
    assertThat(compared("?request=RQ-000001"))
        .anySatisfy(row -> assertThat(row).startsWith("RIM T 10 24.00 0.00 1"))
        .contains("HUB T - - - - not-offered");
    act(request + "/withdraw", 4, "{'supplier':'T'}").expecting(200);
    act(request + "/withdraw", 5, "{'supplier':'T'}").expecting(409);
    assertThat(compared("?request=RQ-000001")).contains("RIM T - - - - not-offered");
    assertThat(
            act(request + "/extend", 5, "{'answerBy':'2099-05-08','suppliers':['S']}")
                .expecting(422)
                .body())
        .contains("each supplier at most once in a request");
  }
}
