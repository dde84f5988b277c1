package org.millrace.tax.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Tax codes of lines by declared rules, on both sides; a line that names one keeps it. */
class TaxRulesApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void declare() {
    base = "/api/companies/" + core.newCompany().value() + "/";
    make("parties", "{'code':'HOME','name':'Home','roles':['customer'],'country':'DE'}");
    make("parties", "{'code':'SHOP','name':'Shop','roles':['customer','supplier'],'country':'FR'}");
    make(
        "parties",
        "{'code':'FIRM','name':'Firm','roles':['customer'],'country':'France',"
            + "'taxNumbers':[{'kind':'other','number':'42'}]}");
    make("item-groups", "{'code':'BOOKS','name':'Books'}");
    make("items", "{'code':'NOVEL','name':'Novel','kind':'service','group':'BOOKS'}");
    make("items", "{'code':'FIT','name':'Fitting','kind':'service'}");
    make("items", "{'code':'BELL','name':'Bell'}");
    for (String code : new String[] {"V19", "V7", "EU0", "IN20"}) {
      make(
          "tax/codes",
          "{'code':'%s','name':'%s','rates':[{'validFrom':'2000-01-01','rate':10}]}"
              .formatted(code, code));
    }
    make(
        "tax/rules",
        "{'code':'EU','name':'Firms abroad','side':'output','rank':10,'taxNumber':'present',"
            + "'countries':[{'country':'FR'},{'country':'IT'}],'taxCode':'EU0'}");
    make(
        "tax/rules",
        "{'code':'BOOKS','name':'Books','side':'output','rank':20,'itemGroup':'BOOKS',"
            + "'taxCode':'V7'}");
    make("tax/rules", "{'code':'REST','name':'Rest','side':'output','taxCode':'V19'}");
    make("tax/rules", "{'code':'IN','name':'Bought','side':'input','taxCode':'IN20'}");
  }

  @Test
  void proposesTheCodeOfTheFirstRuleThatFitsAndTellsIt() {
    JsonNode home =
        ordered("HOME", "{'item':'FIT'%s},{'item':'NOVEL'%s},{'item':'FIT'%s,'taxCode':'V7'}");
    assertThat(home.at("/lines/0/taxCode").asString()).isEqualTo("V19");
    assertThat(home.at("/lines/0/origin/taxRule").asString()).isEqualTo("REST");
    assertThat(home.at("/lines/1/taxCode").asString()).isEqualTo("V7");
    assertThat(home.at("/lines/1/origin/taxRule").asString()).isEqualTo("BOOKS");
    assertThat(home.at("/lines/2/taxCode").asString()).isEqualTo("V7");
    assertThat(home.at("/lines/2/origin/taxRule").isMissingNode()).isTrue();
    assertThat(ordered("FIRM", "{'item':'NOVEL'%s}").at("/lines/0/taxCode").asString())
        .isEqualTo("EU0");
    assertThat(ordered("SHOP", "{'item':'FIT'%s}").at("/lines/0/taxCode").asString())
        .isEqualTo("V19");
    JsonNode sold =
        make(
            "sales/invoices",
            "{'customer':'HOME','lines':[{'item':'FIT','quantity':1,'unitPrice':100}]}");
    assertThat(sold.at("/tax/amount").decimalValue()).isEqualByComparingTo("10");
  }

  @Test
  void proposesTheCodeOfABill() {
    String order =
        make(
                "purchasing/orders",
                "{'supplier':'SHOP','lines':[{'item':'BELL','quantity':1,'unitPrice':50}]}")
            .get("number")
            .asString();
    act("purchasing/orders/" + order, "receipts", "{}");
    JsonNode bill =
        act(
            "purchasing/orders/" + order,
            "invoices",
            "{'lines':[{'line':1,'quantity':1,'unitPrice':50}]}");
    assertThat(bill.at("/lines/0/taxCode").asString()).isEqualTo("IN20");
    assertThat(bill.at("/purchaseTax/input").decimalValue()).isEqualByComparingTo("5");
  }

  @Test
  void tellsWhatItWouldProposeAndRefusesWhatIsNotThere() {
    JsonNode answer =
        post("tax/determinations", "{'side':'output','party':'FIRM','item':'FIT'}", 200);
    assertThat(answer.get("taxCode").asString()).isEqualTo("EU0");
    assertThat(answer.get("rule").asString()).isEqualTo("EU");
    assertThat(
            post("tax/determinations", "{'side':'output','party':'NOBODY','item':'FIT'}", 200)
                .has("rule"))
        .isFalse();
    JsonNode refused =
        post("tax/rules", "{'code':'X','name':'X','side':'input','taxCode':'NONE'}", 422);
    assertThat(refused.at("/problems/0/field").asString()).isEqualTo("taxCode");
    JsonNode rule = core.get(base + "tax/rules/REST").expecting(200).json();
    core.send(
            "PUT",
            base + "tax/rules/REST",
            "{\"name\":\"Rest\",\"side\":\"output\",\"rank\":5,\"taxCode\":\"V7\"}",
            Map.of("If-Match", "\"" + rule.get("version") + "\""))
        .expecting(200);
    assertThat(ordered("FIRM", "{'item':'FIT'%s}").at("/lines/0/taxCode").asString())
        .isEqualTo("V7");
  }

  private JsonNode ordered(String customer, String lines) {
    String each = lines.replace("%s", ",'quantity':1,'unitPrice':100");
    return make("sales/orders", "{'customer':'" + customer + "','lines':[" + each + "]}");
  }

  private JsonNode act(String document, String verb, String json) {
    String version = core.get(base + document).expecting(200).json().get("version").toString();
    return core.send(
            "POST",
            base + document + "/" + verb,
            json.replace('\'', '"'),
            Map.of("If-Match", "\"" + version + "\""))
        .expecting(201)
        .json();
  }

  private JsonNode post(String path, String json, int expected) {
    return core.post(base + path, json.replace('\'', '"')).expecting(expected).json();
  }

  private JsonNode make(String path, String json) {
    return post(path, json, 201);
  }
}
