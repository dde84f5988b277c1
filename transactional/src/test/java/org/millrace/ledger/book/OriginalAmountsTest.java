package org.millrace.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** What documents say in other currencies stands on the lines of the journal, and in its files. */
class OriginalAmountsTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openTheBooks() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    post(
            "parties",
            "{'code':'P','name':'Pelton','roles':['customer','supplier'],'country':'Italy'}")
        .expecting(201);
    post("items", "{'code':'WORK','name':'Work','kind':'service'}").expecting(201);
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + "/" + path, body.replace('\'', '"'));
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    JsonNode rows = core.get(base + "/exports/journal?format=json").expecting(200).json();
    for (JsonNode row : rows) {
      lines.add(row.toString());
    }
    return lines;
  }

  private void invoice() {
    post(
            "sales/invoices",
            "{'customer':'P','currency':'USD','rate':'0.92','occurredAt':'2026-05-04T08:00:00Z',"
                + "'lines':[{'item':'WORK','quantity':1,'unitPrice':100}]}")
        .expecting(201);
  }

  @Test
  void followAnInvoiceToItsPayment() {
    invoice();
    post(
            "settlement/payments",
            "{'direction':'in','party':'P','amount':100,'currency':'USD','rate':'0.95',"
                + "'items':[{'kind':'invoice','number':'IN-000001'}],"
                + "'occurredAt':'2026-05-29T08:00:00Z'}")
        .expecting(201);
    JsonNode entries = core.get(base + "/ledger/entries?size=50").expecting(200).json().get("rows");
    List<String> told = new ArrayList<>();
    for (JsonNode entry : entries) {
      JsonNode whole = core.get(base + "/ledger/entries/" + entry.get("number").asString()).json();
      for (JsonNode line : whole.get("lines")) {
        told.add(
            line.get("account").asString()
                + " "
                + line.path("originalAmount").asString("")
                + line.path("originalCurrency").asString(""));
      }
    }
    assertThat(told)
        .containsExactlyInAnyOrder(
            "1100 100USD",
            "4000 -100USD",
            "1000 100USD",
            "1150 -100USD",
            "4600 ",
            "1150 100USD",
            "1100 -100USD");
  }

  @Test
  void standInTheFilesForOthers() {
    invoice();
    assertThat(core.get(base + "/ledger/books/hledger").expecting(200).body())
        .contains("1100 Accounts receivable  92.00 EUR  ; original:100.00 USD");
    assertThat(core.get(base + "/ledger/books/hledger-original").expecting(200).body())
        .contains("1100 Accounts receivable  100.00 USD @@ 92.00 EUR")
        .contains("4000 Sales revenue  -100.00 USD @@ 92.00 EUR");
    assertThat(core.get(base + "/ledger/books/fec").expecting(200).body())
        .contains("\t92,00\t0,00\t\t\t", "\t100,00\tUSD\r\n", "\t-100,00\tUSD\r\n");
    assertThat(core.get(base + "/ledger/books/saf-t").expecting(200).body())
        .contains("<CurrencyCode>USD</CurrencyCode><CurrencyAmount>100");
    assertThat(String.join("", lines())).contains("USD");
  }

  @Test
  void areToldByHandAndTakenBackWithTheEntry() {
    String lines =
        "'lines':[{'account':'1500','debit':92,'originalCurrency':'USD','originalAmount':100},"
            + "{'account':'1000','credit':92,'originalCurrency':'USD','originalAmount':100}]}";
    JsonNode entry =
        post("ledger/entries", "{'text':'Press','date':'2026-05-04'," + lines)
            .expecting(201)
            .json();
    assertThat(entry.at("/lines/0/originalAmount").decimalValue()).isEqualByComparingTo("100");
    assertThat(entry.at("/lines/1/originalAmount").decimalValue()).isEqualByComparingTo("-100");
    JsonNode back =
        core.post(base + "/ledger/entries/1/reverse", "{}", Map.of()).expecting(201).json();
    assertThat(back.at("/lines/0/originalAmount").decimalValue()).isEqualByComparingTo("-100");
    assertThat(back.at("/lines/0/originalCurrency").asString()).isEqualTo("USD");
  }

  @Test
  void areRefusedWithoutTheirCurrencyOrInThatOfTheCompany() {
    String entry =
        "{'text':'Press','lines':[{'account':'1500','debit':92,%s},"
            + "{'account':'1000','credit':92}]}";
    assertThat(
            post("ledger/entries", entry.formatted("'originalAmount':100")).expecting(422).body())
        .contains("lines.1500.originalAmount", "an amount with its currency");
    assertThat(
            post("ledger/entries", entry.formatted("'originalAmount':92,'originalCurrency':'EUR'"))
                .expecting(422)
                .body())
        .contains("another currency than that of the company");
    assertThat(
            post(
                    "ledger/entries",
                    entry.formatted("'originalAmount':1.001,'originalCurrency':'USD'"))
                .expecting(422)
                .body())
        .contains("without fractions of the smallest coin");
  }
}
