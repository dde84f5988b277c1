package org.millrace.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Cost centres and projects, from the lines of documents to the accounts. */
class DimensionsApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void divide() {
    base = "/api/companies/" + core.newCompany();
    post("/item-groups", "{'code':'G','name':'Bells'}").expecting(201);
    post("/items", "{'code':'BELL','name':'Bell','group':'G'}").expecting(201);
    post("/items", "{'code':'WORK','name':'Work','kind':'service'}").expecting(201);
    post("/parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'IT'}")
        .expecting(201);
    post(
            "/dimensions",
            "{'code':'COST-CENTRE','name':'Cost centres','values':[{'value':'1','label':'One'},"
                + "{'value':'2','label':'Two'},{'value':'OLD','label':'Old','validTo':'2020-01-01'}"
                + "],'required':[{'fromAccount':'6000','toAccount':'6999'}],"
                + "'usual':[{'itemGroup':'G','value':'2'}]}")
        .expecting(201);
  }

  @Test
  void linesOfAnInvoiceStandOnTheAccountByTheirValues() {
    post(
            "/sales/invoices",
            "{'customer':'C','lines':["
                + "{'item':'WORK','quantity':1,'unitPrice':10,'dimensions':'COST-CENTRE=1'},"
                + "{'item':'WORK','quantity':2,'unitPrice':10,'dimensions':'COST-CENTRE=1'},"
                + "{'item':'WORK','quantity':1,'unitPrice':7}]}")
        .expecting(201);
    JsonNode lines = core.get(base + "/ledger/entries/1").expecting(200).json().get("lines");
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1).get("credit").asString()).isEqualTo("30.00");
    assertThat(lines.get(1).get("dimensions").asString()).isEqualTo("COST-CENTRE=1");
    assertThat(lines.get(2).get("credit").asString()).isEqualTo("7.00");
    assertThat(lines.get(2).has("dimensions")).isFalse();
    JsonNode totals =
        core.get(base + "/ledger/dimension-totals?dimension=COST-CENTRE").expecting(200).json();
    assertThat(totals.at("/rows/0/balance").asString()).isEqualTo("-30.00");
    assertThat(totals.at("/rows/0/label").asString()).isEqualTo("One");
    core.get(base + "/ledger/dimension-totals/" + totals.at("/rows/0/id").asString())
        .expecting(200);
    JsonNode trial =
        core.get(base + "/ledger/trial-balance?dimensions=COST-CENTRE=1").expecting(200).json();
    assertThat(trial.get("rows")).hasSize(1);
    assertThat(trial.at("/rows/0/closing").asString()).isEqualTo("-30.00");
  }

  @Test
  void goodsCostTheUsualValueOfTheirGroup() {
    post("/stock/movements", "{'lines':[{'item':'BELL','quantity':3,'unitCost':4}]}")
        .expecting(201);
    JsonNode lines = core.get(base + "/ledger/entries/1").expecting(200).json().get("lines");
    assertThat(lines.get(0).has("dimensions")).isFalse();
    assertThat(lines.get(1).get("account").asString()).isEqualTo("5100");
    assertThat(lines.get(1).get("dimensions").asString()).isEqualTo("COST-CENTRE=2");
  }

  @Test
  void anAccountThatNeedsAValueRefusesWhatHasNone() {
    String entry =
        "{'text':'Rent','lines':[{'account':'6000','debit':5%s},{'account':'1000','credit':5}]}";
    JsonNode problem = post("/ledger/entries", entry.formatted("")).expecting(422).json();
    assertThat(problem.at("/problems/0/field").asString()).isEqualTo("dimensions");
    assertThat(problem.at("/problems/0/expected").asString()).contains("COST-CENTRE", "6000");
    for (String unknown : new String[] {"COST-CENTRE=9", "COST-CENTRE=OLD", "PROJECT=1"}) {
      post("/ledger/entries", entry.formatted(",'dimensions':'" + unknown + "'")).expecting(422);
    }
    JsonNode posted =
        post("/ledger/entries", entry.formatted(",'dimensions':'COST-CENTRE=1'"))
            .expecting(201)
            .json();
    assertThat(posted.at("/lines/0/dimensions").asString()).isEqualTo("COST-CENTRE=1");
    JsonNode back = post("/ledger/entries/1/reverse", "{}").expecting(201).json();
    assertThat(back.at("/lines/0/dimensions").asString()).isEqualTo("COST-CENTRE=1");
  }

  @Test
  void ordersAndBillsNameValues() {
    String order =
        "{'supplier':'C','lines':[{'item':'BELL','quantity':2,'unitPrice':5,'dimensions':'%s'}]}";
    post("/purchasing/orders", order.formatted("COST-CENTRE=9")).expecting(422);
    String path =
        "/purchasing/orders/"
            + post("/purchasing/orders", order.formatted("COST-CENTRE=1"))
                .expecting(201)
                .json()
                .get("number")
                .asString();
    post(path + "/receipts", "{}", 1).expecting(201);
    JsonNode bill =
        post(path + "/invoices", "{'lines':[{'line':1,'quantity':2,'unitPrice':5}]}", 2)
            .expecting(201)
            .json();
    assertThat(bill.at("/lines/0/dimensions").asString()).isEqualTo("COST-CENTRE=1");
    JsonNode lines = core.get(base + "/ledger/entries/2").expecting(200).json().get("lines");
    assertThat(lines.get(0).get("account").asString()).isEqualTo("2100");
    assertThat(lines.get(0).get("dimensions").asString()).isEqualTo("COST-CENTRE=1");
  }

  @Test
  void whatASalesOrderNamesStandsOnItsInvoice() {
    String order =
        "{'customer':'C','lines':["
            + "{'item':'WORK','quantity':2,'unitPrice':5,'dimensions':'%s'},"
            + "{'item':'WORK','quantity':1,'unitPrice':7}]}";
    HttpAnswer refused = post("/sales/orders", order.formatted("COST-CENTRE=9")).expecting(422);
    assertThat(refused.json().at("/problems/0/field").asString()).isEqualTo("lines.1.dimensions");
    post("/sales/orders", order.formatted("COST-CENTRE=OLD")).expecting(422);
    JsonNode placed = post("/sales/orders", order.formatted("COST-CENTRE=1")).expecting(201).json();
    assertThat(placed.at("/lines/0/dimensions").asString()).isEqualTo("COST-CENTRE=1");
    invoiced("/sales/orders/" + placed.get("number").asString(), 1);
  }

  @Test
  void whatAQuotationNamesStandsOnTheOrderThatItBecomes() {
    String offer =
        "{'customer':'C','validUntil':'2999-12-31','lines':["
            + "{'item':'WORK','quantity':2,'unitPrice':5,'dimensions':'%s'},"
            + "{'item':'WORK','quantity':1,'unitPrice':7}]}";
    post("/sales/quotations", offer.formatted("COST-CENTRE=9")).expecting(422);
    String number =
        post("/sales/quotations", offer.formatted("COST-CENTRE=1"))
            .expecting(201)
            .json()
            .get("number")
            .asString();
    JsonNode taken = post("/sales/quotations/" + number + "/accept", "{}", 1).expecting(200).json();
    invoiced("/sales/orders/" + taken.get("order").asString(), 1);
  }

  private void invoiced(String order, int version) {
    post(order + "/deliveries", "{}", version).expecting(201);
    JsonNode invoice = post(order + "/invoices", "{}", version + 1).expecting(201).json();
    assertThat(invoice.at("/lines/0/dimensions").asString()).isEqualTo("COST-CENTRE=1");
    assertThat(invoice.at("/lines/1").has("dimensions")).isFalse();
    JsonNode totals =
        core.get(base + "/ledger/dimension-totals?dimension=COST-CENTRE").expecting(200).json();
    assertThat(totals.get("rows")).hasSize(1);
    assertThat(totals.at("/rows/0/balance").asString()).isEqualTo("-10.00");
  }

  @Test
  void aCounterSaleNamesValues() {
    String sale =
        "{'customer':'C','lines':[{'item':'WORK','quantity':2,'unitPrice':5,'dimensions':'%s'}]}";
    post("/sales/counter-sales", sale.formatted("COST-CENTRE=9")).expecting(422);
    post("/sales/counter-sales", sale.formatted("COST-CENTRE=1")).expecting(201);
    JsonNode totals =
        core.get(base + "/ledger/dimension-totals?dimension=COST-CENTRE").expecting(200).json();
    assertThat(totals.at("/rows/0/balance").asString()).isEqualTo("-10.00");
  }

  @Test
  void aValueThatWasThereStays() {
    String change = "{'name':'Cost centres','values':[{'value':'1','label':'One'}]}";
    core.send(
            "PUT",
            base + "/dimensions/COST-CENTRE",
            change.replace('\'', '"'),
            Map.of("If-Match", "\"1\""))
        .expecting(422);
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  private HttpAnswer post(String path, String body, int version) {
    return core.send(
        "POST", base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }
}
