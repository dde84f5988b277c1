package org.millrace.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Milk that expires is bought, made, counted in, sold while it is good and written off. */
class ExpiringGoodsApiTest {
  private final TestingCore core = TestingCore.running();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private String base;

  @BeforeEach
  void keepsMilk() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    post("/parties", "{'code':'S','name':'Farm','roles':['supplier'],'country':'IT'}");
    post("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'IT'}");
    post("/items", "{'code':'MILK','name':'Milk','tracking':'lot','expires':true}");
  }

  @Test
  void asksForTheDayAtReceiptAndKeepsIt() {
    HttpAnswer untold = receive("{'line':1,'quantity':5,'lot':'L1'}", 422);
    assertThat(problem(untold))
        .isEqualTo(
            "lines.expiresOn '' the last day on which lot L1 of item MILK is good; a stock"
                + " movement can name it");
    receive("{'line':1,'quantity':5,'lot':'L1','expiresOn':'2999-05-01'}", 201);
    receive("{'line':1,'quantity':5,'lot':'L1'}", 201);
    HttpAnswer other = receive("{'line':1,'quantity':5,'lot':'L1','expiresOn':'2999-06-01'}", 409);
    assertThat(problem(other))
        .isEqualTo("lines.expiresOn '2999-06-01' 2999-05-01, as is known of lot L1 of item MILK");
  }

  @Test
  void sellsOnlyWhatIsGoodAndListsWhatIsOver() {
    String good = today.plusDays(3).toString();
    String over = today.minusDays(1).toString();
    receive(
        "{'line':1,'quantity':2,'lot':'NEW','expiresOn':'%s'},".formatted(good)
            + "{'line':1,'quantity':3,'lot':'OLD','expiresOn':'%s'}".formatted(over),
        201);
    JsonNode rows = core.get(base + "/stock/lots").expecting(200).json().get("rows");
    assertThat(rows)
        .extracting(
            row ->
                "%s %s %s %s %s"
                    .formatted(
                        row.get("lot").asString(),
                        row.get("onHand").decimalValue().toBigInteger(),
                        row.get("value").decimalValue().toBigInteger(),
                        row.get("expiresOn").asString(),
                        row.get("daysLeft").asInt()))
        .containsExactly("OLD 3 3 " + over + " -1", "NEW 2 2 " + good + " 3");
    String place = rows.get(0).get("place").asString();
    assertThat(core.get(base + "/stock/lots/" + place).expecting(200).json().get("lot").asString())
        .isEqualTo("OLD");
    HttpAnswer sold = core.post(base + "/sales/invoices", sale("'lot':'OLD'"));
    assertThat(sold.status()).isEqualTo(409);
    assertThat(problem(sold))
        .startsWith("lines.lot 'OLD' a lot that is still good on " + today)
        .endsWith("was until " + over + ", write it off or send it back");
    core.post(base + "/sales/invoices", sale("'quantity':1")).expecting(201);
    assertThat(core.get(base + "/stock/lots?lot=NEW").json().at("/rows/0/onHand").asInt())
        .isEqualTo(1);
    post("/stock/movements", "{'lines':[{'item':'MILK','quantity':-3,'lot':'OLD'}]}");
    assertThat(core.get(base + "/stock/lots?lot=OLD").json().get("rows")).isEmpty();
  }

  @Test
  void asksForTheDayOfWhatIsMadeAndOfWhatWasThere() {
    String file = "item,quantity,unit_cost,lot,expires_on\nMILK,4,1,L9,2999-02-01\n";
    core.post(base + "/imports/opening-stock?file=milk.csv", file).expecting(200);
    assertThat(core.get(base + "/stock/lots?lot=L9").json().at("/rows/0/expiresOn").asString())
        .isEqualTo("2999-02-01");
    post(
        "/items",
        "{'code':'CREAM','name':'Cream','expires':true,"
            + "'materials':[{'item':'MILK','quantity':2}]}");
    String work =
        "/production/work-orders/"
            + post("/production/work-orders", "{'item':'CREAM','quantity':2}")
                .get("number")
                .asString();
    sent(work, "/consumptions", "{}", 201);
    String made = "{'quantity':2%s}";
    assertThat(problem(sent(work, "/completions", made.formatted(""), 422)))
        .isEqualTo("lines.lot '' the lot of the goods: item CREAM is tracked by lot");
    assertThat(problem(sent(work, "/completions", made.formatted(",'lot':'M1'"), 422)))
        .startsWith("lines.expiresOn '' the last day on which lot M1 of item CREAM is good");
    sent(work, "/completions", made.formatted(",'lot':'M1','expiresOn':'2999-01-01'"), 201);
  }

  private static String sale(String more) {
    return "{'customer':'C','lines':[{'item':'MILK',%s,'unitPrice':2}]}"
        .formatted(more.contains("quantity") ? more : more + ",'quantity':1")
        .replace('\'', '"');
  }

  private HttpAnswer receive(String lines, int status) {
    String ordered = "{'supplier':'S','lines':[{'item':'MILK','quantity':5,'unitPrice':1}]}";
    String order = post("/purchasing/orders", ordered).get("number").asString();
    return sent("/purchasing/orders/" + order, "/receipts", "{'lines':[" + lines + "]}", status);
  }

  private static String problem(HttpAnswer refused) {
    JsonNode problem = refused.json().get("problems").get(0);
    return "%s '%s' %s"
        .formatted(
            problem.get("field").asString(),
            problem.get("value").asString(),
            problem.get("expected").asString());
  }

  private HttpAnswer sent(String document, String act, String body, int status) {
    String version = core.get(base + document).expecting(200).header("ETag").orElseThrow();
    return core.post(base + document + act, body.replace('\'', '"'), Map.of("If-Match", version))
        .expecting(status);
  }

  private JsonNode post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201).json();
  }
}
