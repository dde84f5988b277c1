package org.millrace.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The checks of the books hold, and each finds what is wrong. */
class ChecksTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void oneInvoice() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    send("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Spain'}");
    send("/items", "{'code':'HOUR','name':'Hour','kind':'service'}");
    send(
        "/sales/invoices",
        "{'customer':'C','lines':[{'item':'HOUR','quantity':2,'unitPrice':40}]}");
  }

  @Test
  void allHold() {
    JsonNode rows = core.get(base + "/ledger/checks").expecting(200).json().get("rows");
    assertThat(names(rows))
        .containsExactly(
            "entries-balance",
            "entries-have-lines",
            "numbers-without-gap",
            "seals-fit",
            "receivables",
            "payables",
            "stock",
            "work-in-progress",
            "received-not-invoiced",
            "prepayments",
            "rebates-owed");
    assertThat(rows).allSatisfy(row -> assertThat(row.get("holds").asBoolean()).isTrue());
    assertThat(rows.get(4).get("expected").decimalValue()).isEqualByComparingTo("80");
    assertThat(rows.get(4).get("account").asString()).isEqualTo("1100");
  }

  @Test
  void anInvoiceThatWasChangedBehindTheBooksIsFound() {
    core.jdbc()
        .sql("update sales.invoice set paid_amount = 1, open_amount = 79 where company = ?")
        .param(company)
        .update();
    JsonNode wrong = wrong();
    assertThat(names(wrong)).containsExactly("receivables");
    assertThat(wrong.get(0).get("difference").decimalValue()).isEqualByComparingTo("1");
  }

  @Test
  void aNumberThatIsMissingIsFound() {
    core.jdbc()
        .sql("update ledger.book set last_number = last_number + 1 where company = ?")
        .param(company)
        .update();
    assertThat(names(wrong())).containsExactly("numbers-without-gap");
  }

  @Test
  void whatWorkAddsToAnOrderAndWhatItLosesIsInTheShopAsInTheBooks() {
    send("/items", "{'code':'RIM','name':'Rim'}");
    send("/items", "{'code':'WHEEL','name':'Wheel','materials':[{'item':'RIM','quantity':1}]}");
    send("/stock/movements", "{'lines':[{'item':'RIM','quantity':9,'unitCost':20}]}");
    send("/production/work-orders", "{'item':'WHEEL','quantity':3}");
    change("consumptions", 1, "{}");
    assertThat(inTheShop()).isEqualTo("60");
    change("costs", 2, "{'kind':'labour','amount':5}");
    assertThat(inTheShop()).isEqualTo("65");
    change("close", 3, "{}");
    assertThat(inTheShop()).isEqualTo("0");
    assertThat(wrong()).isEmpty();
  }

  private void change(String act, int version, String body) {
    String path = base + "/production/work-orders/WO-000001/" + act;
    Map<String, String> head = Map.of("If-Match", "\"" + version + "\"");
    HttpAnswer answer = core.post(path, body.replace('\'', '"'), head);
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
  }

  /** What the orders say, as the books do. */
  private String inTheShop() {
    JsonNode check = core.get(base + "/ledger/checks/work-in-progress").expecting(200).json();
    assertThat(check.get("holds").asBoolean()).as(check.toString()).isTrue();
    return check.get("expected").decimalValue().stripTrailingZeros().toPlainString();
  }

  @Test
  void oneOfThemIsFoundByItsName() {
    JsonNode one = core.get(base + "/ledger/checks/numbers-without-gap").expecting(200).json();
    assertThat(one.get("holds").asBoolean()).isTrue();
    JsonNode rows = core.get(base + "/ledger/checks?name=seals-fit").expecting(200).json();
    assertThat(names(rows.get("rows"))).containsExactly("seals-fit");
    core.get(base + "/ledger/checks/nothing").expecting(422);
  }

  @Test
  void anUnknownCompanyIsNotFound() {
    core.get("/api/companies/NONE/ledger/checks").expecting(404);
  }

  /** As whoever owns the tables could do it. */
  @Test
  void anAmountThatTheOwnerOfTheTablesChangedIsFound() {
    JdbcClient owner = JdbcClient.create(core.ownersDatabase());
    owner
        .sql(
            """
            insert into ledger.seal(company, first, last, seal)
            select company, 1, last_number, ledger.seal_of('', company, 1, last_number)
            from ledger.book where company = ?
            """)
        .param(company)
        .update();
    assertThat(wrong()).isEmpty();
    owner
        .sql(
            """
            do $$ begin
              alter table ledger.line disable trigger never_changed;
              update ledger.line set debit = debit * 2, credit = credit * 2 where company = '%s';
              alter table ledger.line enable trigger never_changed;
            end $$
            """
                .formatted(company))
        .update();
    assertThat(names(wrong())).containsExactly("seals-fit", "receivables");
  }

  private JsonNode wrong() {
    return core.get(base + "/ledger/checks?holds=false").expecting(200).json().get("rows");
  }

  private static List<String> names(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.get("name").asString())
        .toList();
  }

  private void send(String path, String body) {
    core.post(base + path, body.replace('\'', '"')).expecting(201);
  }
}
