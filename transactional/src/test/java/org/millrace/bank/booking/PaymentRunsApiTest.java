package org.millrace.bank.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Bills collected, written for the bank, and settled when the statement comes, over HTTP. */
class PaymentRunsApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void owesThreeBills() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    post("bank/accounts", "{'code':'MAIN','name':'Main','iban':'DE02120300000000202051'}");
    post(
            "parties",
            "{'code':'ASH','name':'Ash & Co','roles':['supplier'],'country':'DE',"
                + "'bankAccounts':[{'iban':'NL91ABNA0417164300'}]}")
        .expecting(201);
    post("parties", "{'code':'OAK','name':'Oak','roles':['supplier'],'country':'DE'}")
        .expecting(201);
    owe("ASH", "A-1", "40.50", "2026-02-01");
    owe("ASH", "A-2", "59.50", "2026-02-03");
    owe("ASH", "A-3", "10", "2026-03-01");
  }

  private void owe(String party, String number, String amount, String due) {
    post(
            "settlement/opening-items",
            ("{'side':'payables','party':'%s','sourceNumber':'%s','itemDate':'2026-01-05',"
                    + "'dueDate':'%s','amount':%s,'date':'2026-01-05'}")
                .formatted(party, number, due, amount))
        .expecting(201);
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + "/" + path, body.replace('\'', '"'));
  }

  private HttpAnswer act(String path, String verb) {
    String version = get(path).get("version").asString();
    return core.post(
        base + "/" + path + "/" + verb, "{}", Map.of("If-Match", "\"" + version + "\""));
  }

  private JsonNode get(String path) {
    return core.get(base + "/" + path).expecting(200).json();
  }

  private JsonNode run() {
    return post("bank/payment-runs", "{'paymentDate':'2026-02-05'}").expecting(201).json();
  }

  @Test
  void paysWhatIsDueOnceAndBooksItWhenTheStatementComes() {
    JsonNode run = run();
    String path = "bank/payment-runs/" + run.get("number").asString();
    assertThat(run.get("amount").decimalValue()).isEqualByComparingTo("100");
    assertThat(run.get("lines")).hasSize(2);
    assertThat(post("bank/payment-runs", "{'paymentDate':'2026-02-05'}").expecting(422).body())
        .contains("a day until which bills are due");
    assertThat(core.get(base + "/" + path + "/pain.001").expecting(409).body())
        .contains("release it first");
    act(path, "release").expecting(200);
    String file = core.get(base + "/" + path + "/pain.001").expecting(200).body();
    assertThat(file)
        .contains("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09")
        .contains("<NbOfTxs>2</NbOfTxs><CtrlSum>100.00</CtrlSum>")
        .contains("<ReqdExctnDt><Dt>2026-02-05</Dt></ReqdExctnDt>")
        .contains("<InstdAmt Ccy=\"EUR\">40.50</InstdAmt>")
        .contains("<Nm>Ash &amp; Co</Nm>")
        .contains("<IBAN>NL91ABNA0417164300</IBAN>")
        .contains("<Ustrd>A-1</Ustrd>");
    String statement =
        post(
                "bank/statements",
                "{'statementId':'1','lines':[{'date':'2026-02-05','amount':-100,'text':'batch'}]}")
            .expecting(201)
            .json()
            .get("number")
            .asString();
    JsonNode proposal = get("bank/statements/" + statement).get("proposals").get(0);
    assertThat(proposal.get("reason").asString()).isEqualTo("batch-details");
    assertThat(proposal.get("items")).hasSize(2);
    act("bank/statements/" + statement, "accept-safe").expecting(200);
    assertThat(get("settlement/open-items").get("rows")).hasSize(1);
  }

  @Test
  void releasesNothingToASupplierWithoutAnAccount() {
    owe("OAK", "O-1", "5", "2026-01-10");
    String path = "bank/payment-runs/" + run().get("number").asString();
    assertThat(act(path, "release").expecting(422).body())
        .contains("lines.1.creditorAccount")
        .contains("an account of Oak");
    act(path, "cancel").expecting(200);
    assertThat(run().get("lines")).hasSize(3);
  }
}
