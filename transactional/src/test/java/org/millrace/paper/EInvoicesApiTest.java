package org.millrace.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import org.millrace.TestingEInvoices;
import tools.jackson.databind.JsonNode;

class EInvoicesApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openCompany() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    post("/parties", "{'code':'S-1','name':'Tubes','roles':['supplier'],'country':'Italy'}");
    post("/items", "{'code':'WHEEL','name':'Wheel'}");
    post(
        "/tax/codes",
        "{'code':'V20','name':'V','category':'standard',"
            + "'rates':[{'validFrom':'2011-01-01','rate':20}]}");
  }

  @Test
  void billsARightFileToTheCentForTheOrderThatItNames() {
    String order = received("12.65");
    String number = text(take("AT-1.xml", TestingEInvoices.right("AT-1", order)), "number");
    JsonNode proposal = core.get(path(number) + "/proposal").expecting(200).json();
    assertThat(proposal.get("order").asString()).isEqualTo(order);
    assertThat(proposal.at("/lines/0/orderLine").asInt()).isEqualTo(1);
    assertThat(proposal.at("/lines/0/by").asString()).isEqualTo("item");
    assertThat(proposal.at("/lines/0/taxCode").asString()).isEqualTo("V20");
    JsonNode billed = act(number, 1, "/bill", "{}").expecting(200).json();
    assertThat(billed.get("status").asString()).isEqualTo("billed");
    JsonNode bill = core.get(base + "/purchasing/invoices/" + billed.get("bill").asString()).json();
    assertThat(bill.get("netAmount").decimalValue()).isEqualByComparingTo("253.00");
    assertThat(bill.get("openAmount").decimalValue()).isEqualByComparingTo("303.60");
    assertThat(bill.get("supplierReference").asString()).isEqualTo("AT-1");
    assertThat(TestingBooks.balances(core, company)).containsEntry("2000", "-303.6");
    act(number, 2, "/bill", "{}").expecting(409);
  }

  @Test
  void keepsTheFileItself() {
    String file = TestingEInvoices.right("AT-2", "4711");
    String number = text(take("AT-2.xml", file), "number");
    String files = base + "/documents/paper/e-invoice/" + number + "/attachments";
    JsonNode kept = core.get(files).expecting(200).json().get(0);
    assertThat(kept.get("name").asString()).isEqualTo("AT-2.xml");
    assertThat(core.get(files + "/" + kept.get("id").asString()).body()).isEqualTo(file);
  }

  @Test
  void refusesAFileThatBreaksARuleAndNamesIt() {
    JsonNode taken = take("bad.xml", TestingEInvoices.wrong("AT-3", "4711")).json();
    assertThat(taken.get("status").asString()).isEqualTo("refused");
    JsonNode finding = taken.get("findings").get(0);
    assertThat(finding.get("rule").asString()).isEqualTo("BR-CO-15");
    assertThat(finding.get("severity").asString()).isEqualTo("error");
    assertThat(finding.get("text").asString()).contains("Invoice total amount with VAT");
    assertThat(finding.get("place").asString()).startsWith("/Invoice");
    String refused = act(taken.get("number").asString(), 1, "/bill", "{}").expecting(409).body();
    assertThat(refused).contains("Ask the supplier for a file that keeps the rules");
    // The right file of the same number may come after it.
    take("good.xml", TestingEInvoices.right("AT-3", "4711"));
  }

  @Test
  void takesTheSameDocumentOfASellerOnce() {
    String first = text(take("a.xml", TestingEInvoices.right("AT-4", "4711")), "number");
    assertThat(send("b.xml", TestingEInvoices.right("AT-4", "4711")).expecting(409).body())
        .contains("AT-4 of 2026-04-01 from Tubes was taken in before as " + first);
    act(first, 1, "/reject", "{'reason':'Sent again'}").expecting(200);
    take("b.xml", TestingEInvoices.right("AT-4", "4711"));
  }

  @Test
  void refusesWhatIsNoInvoice() {
    assertThat(send("a.xml", "<order/>").expecting(422).body())
        .contains("neither a UBL Invoice or CreditNote nor a CrossIndustryInvoice");
    assertThat(send("a.xml", "<!DOCTYPE a><a/>").expecting(422).body())
        .contains("declares a document type");
    assertThat(send("a.pdf", "%PDF-1.7 nothing").expecting(422).body()).contains("PDF");
    String cut =
        TestingEInvoices.right("1", "2")
            .replaceAll("(?s)<cac:InvoiceLine>.*</cac:Inv", "</cac:Inv");
    assertThat(send("a.xml", cut).expecting(422).body()).contains("no XML that can be read");
  }

  @Test
  void namesTheOrderThatIsMissing() {
    String number = text(take("AT-5.xml", TestingEInvoices.right("AT-5", "4711")), "number");
    JsonNode problem = act(number, 1, "/bill", "{}").expecting(422).json().get("problems").get(0);
    assertThat(problem.get("field").asString()).isEqualTo("order");
    assertThat(problem.get("value").asString()).isEqualTo("4711");
    String order = received("12.65");
    String named = "{'order':'%s','lines':[{'line':1,'orderLine':1,'taxCode':'V20'}]}";
    act(number, 1, "/bill", named.formatted(order)).expecting(200);
  }

  @Test
  void asksForTheRight() {
    String number = text(take("AT-9.xml", TestingEInvoices.right("AT-9", "4711")), "number");
    String files = base + "/documents/paper/e-invoice/" + number + "/attachments";
    assertThat(core.as("buyer").get(base + "/paper/e-invoices").expecting(200).body())
        .contains("AT-9");
    core.as("buyer").get(files).expecting(200);
    assertThat(core.as("sales").get(base + "/paper/e-invoices").expecting(200).body())
        .as("sellers see papers of their own, of which these are none")
        .contains("\"rows\":[]");
    core.as("sales").get(path(number)).expecting(404);
    core.as("sales").get(files).expecting(404);
  }

  private String received(String price) {
    String order =
        core.post(
                base + "/purchasing/orders",
                quoted(
                    "{'supplier':'S-1','lines':[{'item':'WHEEL','quantity':20,'unitPrice':%s}]}"
                        .formatted(price)))
            .expecting(201)
            .json()
            .get("number")
            .asString();
    core.post(base + "/purchasing/orders/" + order + "/receipts", "{}", Map.of("If-Match", "\"1\""))
        .expecting(201);
    return order;
  }

  private HttpAnswer take(String name, String file) {
    return send(name, file).expecting(201);
  }

  private HttpAnswer send(String name, String file) {
    return TestingEInvoices.send(core, company, name, file);
  }

  private HttpAnswer act(String number, int version, String act, String body) {
    return core.post(path(number) + act, quoted(body), Map.of("If-Match", "\"" + version + "\""));
  }

  private String path(String number) {
    return base + "/paper/e-invoices/" + number;
  }

  private void post(String path, String body) {
    core.post(base + path, quoted(body)).expecting(201);
  }

  private static String quoted(String body) {
    return body.replace('\'', '"');
  }

  private static String text(HttpAnswer answer, String field) {
    return answer.json().get(field).asString();
  }
}
