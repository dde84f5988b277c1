package org.millrace.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class ChainApiTest {
  private static final String ANOTHER =
      "{'customer':'C','validUntil':'2099-01-01',"
          + "'lines':[{'item':'BELL','quantity':1,'unitPrice':5}]}";
  private static final String PURCHASE =
      "{'supplier':'S','lines':[{'item':'BELL','quantity':2,'unitPrice':4}]}";

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openCompanyWithGoods() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    make("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy'}");
    make("/parties", "{'code':'S','name':'Mill','roles':['supplier'],'country':'Italy'}");
    make("/items", "{'code':'BELL','name':'Bell'}");
    make("/stock/movements", "{'lines':[{'item':'BELL','quantity':90,'unitCost':2}]}");
  }

  private JsonNode make(String path, String json, String... version) {
    Map<String, String> headers =
        version.length == 0 ? Map.of() : Map.of("If-Match", "\"" + version[0] + "\"");
    return core.post(base + path, json.replace('\'', '"'), headers).expecting(201).json();
  }

  private JsonNode chain(TestingCore who, String document) {
    return who.get(base + "/documents/" + document + "/links").expecting(200).json();
  }

  private static List<String> documents(JsonNode chain) {
    return StreamSupport.stream(chain.get("documents").spliterator(), false)
        .map(d -> d.get("stage") + " " + d.get("kind").asString())
        .toList();
  }

  private String soldAndPaid() {
    String quotation =
        make(
                "/sales/quotations",
                "{'customer':'C','validUntil':'2099-01-01',"
                    + "'lines':[{'item':'BELL','quantity':3,'unitPrice':5}]}")
            .get("number")
            .asString();
    String order =
        core.post(
                base + "/sales/quotations/" + quotation + "/accept",
                "{}",
                Map.of("If-Match", "\"1\""))
            .json()
            .findValue("order")
            .asString();
    make("/sales/orders/" + order + "/deliveries", "{}", "1");
    String invoice =
        make("/sales/orders/" + order + "/invoices", "{}", "2").get("number").asString();
    make("/sales/invoices/" + invoice + "/payments", "{'amount':15}", "1");
    return invoice;
  }

  @Test
  void leadsFromTheQuotationToThePaymentAndItsEntries() {
    String invoice = soldAndPaid();
    JsonNode chain = chain(core, "sales/invoice/" + invoice);
    assertThat(documents(chain))
        .contains(
            "0 sales/quotation",
            "1 sales/order",
            "2 sales/delivery",
            "2 sales/invoice",
            "3 sales/payment")
        .contains("3 ledger/journal-entry");
    assertThat(chain.get("complete").asBoolean()).isTrue();
    JsonNode order = chain.get("documents").get(1);
    assertThat(order.get("amount").decimalValue()).isEqualByComparingTo("15");
    assertThat(order.get("partyName").asString()).isEqualTo("Shop");
    assertThat(chain.get("links").toString())
        .contains("\"kind\":\"sales/order\"", "\"followsKind\":\"sales/quotation\"");
    assertThat(chain.get("entries").toString())
        .contains("\"account\":\"1100\"", "\"debit\":15", "Payment of " + invoice)
        .contains("\"kind\":\"sales/delivery\"");
  }

  @Test
  void isTheSameFromEachOfItsDocuments() {
    JsonNode whole = chain(core, "sales/invoice/" + soldAndPaid());
    for (JsonNode document : whole.get("documents")) {
      String name = document.get("kind").asString() + "/" + document.get("number").asString();
      assertThat(documents(chain(core, name))).as(name).isEqualTo(documents(whole));
    }
  }

  @Test
  void leavesOutWhatTheCallerMayNotRead() {
    String invoice = soldAndPaid();
    JsonNode seen = chain(core.as("viewer"), "sales/invoice/" + invoice);
    assertThat(documents(seen))
        .contains("3 sales/payment")
        .doesNotContain("3 ledger/journal-entry");
    assertThat(seen.get("entries")).isEmpty();
    JsonNode entries = chain(core, "sales/invoice/" + invoice).get("entries");
    String entry = entries.get(0).get("entry").get("number").asString();
    core.as("viewer").get(base + "/documents/ledger/entry/" + entry + "/links").expecting(403);
  }

  @Test
  void knowsTheBoughtGoodsOfAnOrderAndTheReversalOfAPayment() {
    String order =
        make(
                "/purchasing/orders",
                "{'supplier':'S','lines':[{'item':'BELL','quantity':2,'unitPrice':4}]}")
            .get("number")
            .asString();
    make("/purchasing/orders/" + order + "/receipts", "{}", "1");
    make(
        "/purchasing/orders/" + order + "/invoices",
        "{'lines':[{'line':1,'quantity':2,'unitPrice':4}]}",
        "2");
    JsonNode chain = chain(core, "purchasing/purchase-order/" + order);
    assertThat(documents(chain))
        .contains(
            "0 purchasing/purchase-order", "1 purchasing/receipt", "1 purchasing/supplier-invoice")
        .filteredOn(d -> d.endsWith("ledger/journal-entry"))
        .hasSize(2);
  }

  private List<String> found(TestingCore who, String text) {
    JsonNode hits = who.get(base + "/documents?search=" + text).expecting(200).json();
    return StreamSupport.stream(hits.spliterator(), false)
        .map(hit -> hit.get("kind").asString() + " " + hit.get("number").asString())
        .toList();
  }

  @Test
  void findsDocumentsOfAllKindsByNumberPartnerAndAmount() {
    String invoice = soldAndPaid();
    assertThat(found(core, invoice)).startsWith("sales/invoice " + invoice);
    assertThat(found(core, invoice.toLowerCase(java.util.Locale.ROOT)))
        .containsExactly("sales/invoice " + invoice);
    assertThat(found(core, "SO-1")).contains("sales/order SO-000001");
    assertThat(found(core, "000001"))
        .contains("sales/order SO-000001", "sales/quotation QU-000001");
    assertThat(found(core, "QU-00")).containsExactly("sales/quotation QU-000001");
    assertThat(found(core, "sho")).contains("sales/invoice " + invoice, "sales/order SO-000001");
    assertThat(found(core, "15.00"))
        .contains("sales/invoice " + invoice, "sales/payment PY-000001");
    assertThat(found(core, "15.01")).isEmpty();
    assertThat(found(core, "mill")).isEmpty();
    core.get(base + "/documents?search=x").expecting(422);
  }

  @Test
  void listsTheLatestDocumentsOfAPartnerWhateverTheirKind() {
    String invoice = soldAndPaid();
    String another = make("/sales/quotations", ANOTHER).get("number").asString();
    String purchase = make("/purchasing/orders", PURCHASE).get("number").asString();
    assertThat(latest(core, "party=C"))
        .containsExactlyInAnyOrder(
            "sales/quotation QU-000001",
            "sales/quotation " + another,
            "sales/order SO-000001",
            "sales/delivery DN-000001",
            "sales/invoice " + invoice,
            "sales/payment PY-000001");
    assertThat(latest(core, "party=S")).containsExactly("purchasing/purchase-order " + purchase);
    assertThat(latest(core.as("viewer"), "party=S")).isEmpty();
    assertThat(latest(core, "party=C&size=1")).containsExactly("sales/order SO-000001");
    assertThat(latest(core, "party=NOBODY")).isEmpty();
    core.get(base + "/documents?party=C&size=101").expecting(422);
    core.get(base + "/documents?party=C&search=bell").expecting(422);
    core.get(base + "/documents").expecting(422);
  }

  private List<String> latest(TestingCore who, String asked) {
    JsonNode hits = who.get(base + "/documents?" + asked).expecting(200).json();
    return StreamSupport.stream(hits.spliterator(), false)
        .map(hit -> hit.get("kind").asString() + " " + hit.get("number").asString())
        .toList();
  }

  @Test
  void findsOnlyWhatTheCallerMayRead() {
    String order =
        make(
                "/purchasing/orders",
                "{'supplier':'S','lines':[{'item':'BELL','quantity':2,'unitPrice':4}]}")
            .get("number")
            .asString();
    assertThat(found(core, order)).containsExactly("purchasing/purchase-order " + order);
    assertThat(found(core.as("viewer"), order)).isEmpty();
  }

  @Test
  void saysWhatThereIsWhereThereIsNothing() {
    assertThat(core.get(base + "/documents/sales/song/X/links").expecting(404).body())
        .contains("There are no documents 'sales/song'", "sales/order");
    assertThat(core.get(base + "/documents/ledger/entry/X/links").expecting(404).body())
        .contains("There is no ledger/journal-entry X");
    assertThat(core.get(base + "/documents/sales/order/X/links").expecting(404).body())
        .contains("There is no sales/order X");
  }
}
