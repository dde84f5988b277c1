package org.millrace.sales.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** What is dispatched, packed, carried and proven delivered. */
class ShipmentsTest {
  private final TestingCore core = TestingCore.running();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private String base;

  @BeforeEach
  void tenBellsAreThere() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    send("/parties", "{'code':'C-1','name':'Shop','roles':['customer'],'country':'Italy'}");
    send("/items", "{'code':'BELL','name':'Bell'}");
    send(
        "/stock/movements",
        "{'reason':'opening','lines':[{'item':'BELL','quantity':10,'unitCost':2}]}");
  }

  @Test
  void noPieceIsReadyForTwoOrders() {
    String late = ordered(8, today.plusDays(9));
    String soon = ordered(6, today.plusDays(1));
    JsonNode rows = got("/sales/dispatch").get("rows");
    assertThat(rows.get(0).get("orderNumber").asString()).isEqualTo(soon);
    assertThat(rows.get(0).get("readyQuantity").decimalValue()).isEqualByComparingTo("6");
    assertThat(rows.get(1).get("orderNumber").asString()).isEqualTo(late);
    assertThat(rows.get(1).get("readyQuantity").decimalValue()).isEqualByComparingTo("4");
    assertThat(rows.get(1).get("openQuantity").decimalValue()).isEqualByComparingTo("8");
    JsonNode picked = got("/sales/dispatch/" + late).get("lines").get(0);
    assertThat(picked.get("itemName").asString()).isEqualTo("Bell");
    assertThat(picked.get("readyQuantity").decimalValue()).isEqualByComparingTo("4");
    assertThat(core.get(base + "/sales/dispatch/SO-9").expecting(404).body())
        .contains("Order SO-9 wants no goods");
  }

  /** MILK: 4 until tomorrow, 9 until later, 5 that are over; BELL is of no lot. */
  @Test
  void picksByLocationOfTheLotThatExpiresFirst() throws IOException, InterruptedException {
    send("/items", "{'code':'MILK','name':'Milk','tracking':'lot','expires':true}");
    lot("LATE", 9, today.plusDays(30));
    lot("SOON", 4, today.plusDays(1));
    lot("OVER", 5, today.minusDays(1));
    String first = milk(6, "normal");
    String urgent = milk(3, "urgent");
    assertThat(picked(urgent)).containsExactly("MAIN BELL - 1 of 1", "MAIN MILK SOON 3 of 3");
    assertThat(picked(first))
        .containsExactly("MAIN BELL - 1 of 1", "MAIN MILK SOON 1 of 1", "MAIN MILK LATE 5 of 5");
    String path = "/sales/dispatch/" + first + "/pick-list";
    assertThat(paper(path)).contains("Pick list " + first, "SOON", "LATE").doesNotContain("OVER");
    assertThat(paper(path + "?language=zh")).contains("拣货单", "批次");
    assertThat(core.get(base + "/sales/dispatch/SO-9/pick-list").expecting(404).body())
        .contains("Order SO-9 wants no goods");
  }

  private void lot(String lot, int quantity, LocalDate goodUntil) {
    send(
        "/stock/movements",
        ("{'reason':'opening','lines':[{'item':'MILK','quantity':%d,'unitCost':2,'lot':'%s',"
                + "'expiresOn':'%s'}]}")
            .formatted(quantity, lot, goodUntil));
  }

  private String milk(int quantity, String priority) {
    return send(
            "/sales/orders",
            ("{'customer':'C-1','requestedDate':'%s','priority':'%s',"
                    + "'lines':[{'item':'MILK','quantity':%d,'unitPrice':5},"
                    + "{'item':'BELL','quantity':1,'unitPrice':5}]}")
                .formatted(today.plusDays(2), priority, quantity))
        .json()
        .get("number")
        .asString();
  }

  private List<String> picked(String order) {
    return got("/sales/dispatch/" + order)
        .get("lines")
        .valueStream()
        .map(
            line ->
                "%s %s %s %s of %s"
                    .formatted(
                        line.get("location").asString(),
                        line.get("item").asString(),
                        line.path("lot").asString("-"),
                        line.get("readyQuantity").asString(),
                        line.get("openQuantity").asString()))
        .toList();
  }

  private String paper(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(core.address().resolve(base + path))
            .header("Authorization", "Bearer " + core.token())
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void goesFromThePackageToTheProof() {
    String delivery = delivered(5);
    String shipment = begun(delivery);
    HttpAnswer twice = begin(delivery);
    assertThat(twice.expecting(409).body()).contains("is shipped by SH-000001 already");
    assertThat(act(shipment + "/pack", packed(6), 1, 422).body())
        .contains("at most the 5 of the delivery");
    act(shipment + "/pack", packed(3), 1, 200);
    String carrier = "{'carrier':'Parcel AG','trackingNumber':'1Z99'}";
    assertThat(act(shipment + "/ship", carrier, 2, 409).body())
        .contains("2 of item BELL are in no package");
    act(shipment + "/pack", packed(5), 2, 200);
    act(shipment + "/ship", carrier, 3, 200);
    JsonNode seen = act(shipment + "/scans", scan("08:00", "Ulm"), 4, 200).json();
    assertThat(seen.get("lastPlace").asString()).isEqualTo("Ulm");
    JsonNode same = act(shipment + "/scans", scan("08:00", "Ulm"), 5, 200).json();
    assertThat(same.get("scans")).hasSize(1);
    JsonNode taken =
        core.post(
                base + "/sales/scans",
                "{'scans':[%s,%s,%s,%s]}"
                    .formatted(
                        told("1Z99", "08:00", "Ulm"),
                        told("1Z99", "12:00", "Bonn"),
                        told("1Z99", "10:00", "Mainz"),
                        told("9", "10:00", "Rome"))
                    .replace('\'', '"'))
            .expecting(200)
            .json();
    assertThat(taken.get("taken").asInt()).isEqualTo(2);
    assertThat(taken.get("known").asInt()).isEqualTo(1);
    assertThat(taken.get("unknown").get(0).asString()).isEqualTo("9");
    JsonNode now = got(shipment);
    assertThat(now.get("lastPlace").asString()).isEqualTo("Bonn");
    assertThat(now.get("scans")).hasSize(3);
    assertThat(act(shipment + "/prove", "{'receivedBy':' '}", 6, 422).body())
        .contains("the name of who took the goods");
    JsonNode proven = act(shipment + "/prove", "{'receivedBy':'Maria'}", 6, 200).json();
    assertThat(proven.get("status").asString()).isEqualTo("delivered");
    assertThat(proven.has("deliveredAt")).isTrue();
  }

  @Test
  void whatWasNotSentCanBeSentAnew() {
    String delivery = delivered(5);
    String shipment = begun(delivery);
    act(shipment + "/cancel", "{}", 1, 200);
    assertThat(begin(delivery).status()).isEqualTo(201);
  }

  private static String packed(int quantity) {
    return "{'packages':[{'packageCode':'P1','item':'BELL','quantity':%d,'weightKg':1.5}]}"
        .formatted(quantity);
  }

  private String scan(String time, String place) {
    return "{'scannedAt':'%sT%s:00Z','place':'%s','event':'sorted'}"
        .formatted(today.plusDays(1), time, place);
  }

  private String told(String number, String time, String place) {
    return scan(time, place).replace("{", "{'trackingNumber':'" + number + "',");
  }

  private String begun(String delivery) {
    return "/sales/shipments/" + begin(delivery).expecting(201).json().get("number").asString();
  }

  private HttpAnswer begin(String delivery) {
    return core.post(
        base + "/sales/shipments", "{'delivery':'%s'}".formatted(delivery).replace('\'', '"'));
  }

  private String delivered(int quantity) {
    String order = "/sales/orders/" + ordered(quantity, today);
    return act(order + "/deliveries", "{}", 1, 201).json().at("/delivery/number").asString();
  }

  private String ordered(int quantity, LocalDate wanted) {
    return send(
            "/sales/orders",
            ("{'customer':'C-1','requestedDate':'%s',"
                    + "'lines':[{'item':'BELL','quantity':%d,'unitPrice':5}]}")
                .formatted(wanted, quantity))
        .json()
        .get("number")
        .asString();
  }

  private JsonNode got(String path) {
    return core.get(base + path).expecting(200).json();
  }

  private HttpAnswer act(String path, String body, int version, int status) {
    return core.post(
            base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""))
        .expecting(status);
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }
}
