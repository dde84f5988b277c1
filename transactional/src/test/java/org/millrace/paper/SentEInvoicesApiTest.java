package org.millrace.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.TestingEInvoices;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.EInvoiceFile;
import org.millrace.einvoice.pdf.HybridPdf;
import tools.jackson.databind.JsonNode;

class SentEInvoicesApiTest {
  private static final String US =
      """
      {'code': 'US', 'name': 'Bikes', 'legalName': 'Bikes & More GmbH', 'roles': ['company'],
       'country': 'Germany', 'email': 'rechnung@bikes.example',
       'addresses': [{'kinds': ['registered'], 'street': 'Weg 1', 'city': 'Berlin',
         'postalCode': '10115', 'country': 'DE'}],
       'contacts': [{'name': 'Max Muster', 'phone': '+49 30 123456', 'email': 'max@bikes.example'}],
       'taxNumbers': [{'kind': 'eu-vat', 'number': 'DE136695976'}],
       'bankAccounts': [{'iban': 'DE89370400440532013000'}]}
      """;
  private static final String CUSTOMER =
      """
      {'code': 'C-1', 'name': 'Rad', 'roles': ['customer'], 'country': 'Germany',
       'email': 'eingang@rad.example',
       'addresses': [{'kinds': ['billing'], 'street': 'Landwehrstraße 12', 'city': 'München',
         'postalCode': '80336', 'country': 'DE'}]}
      """;
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openCompany() {
    company = core.newCompany("EUR", "true").value();
    base = "/api/companies/" + company;
    post("/items", "{'code':'WHEEL','name':'Wheel'}");
    post(
        "/tax/codes",
        "{'code':'V19','name':'V','category':'standard',"
            + "'rates':[{'validFrom':'2007-01-01','rate':19}]}");
    post("/parties", CUSTOMER);
  }

  @Test
  void writesBothSyntaxesToTheCentAndReadsThemAgain() {
    post("/parties", US);
    String number = invoice("{'quantity':3,'unitPrice':33.33,'discountPercent':10,%s}", "");
    for (String syntax : new String[] {"ubl", "cii"}) {
      EInvoice read =
          read(
              file(
                      number,
                      "?syntax="
                          + syntax
                          + "&usage=xrechnung"
                          + "&buyerReference=04011000-12345-03")
                  .expecting(200));
      assertThat(read.amounts().totals().net()).isEqualByComparingTo("89.99");
      assertThat(read.amounts().totals().tax().orElseThrow()).isEqualByComparingTo("17.10");
      assertThat(read.amounts().totals().due()).isEqualByComparingTo("107.09");
      assertThat(read.lines().get(0).price().net()).isEqualByComparingTo("33.33");
      assertThat(read.lines().get(0).adjustments().get(0).amount()).isEqualByComparingTo("10.00");
      assertThat(read.parties().seller().name()).isEqualTo("Bikes & More GmbH");
      assertThat(read.parties().buyer().address().orElseThrow().city()).contains("München");
      assertThat(read.payment().means().get(0).account().orElseThrow().number())
          .isEqualTo("DE89370400440532013000");
    }
  }

  @Test
  void isReadByTheOneWhoGetsIt() {
    post("/parties", US);
    String number = invoice("{'quantity':2,'unitPrice':11.90,%s}", ",'pricesInclude':true");
    String sent = file(number, "?syntax=cii").expecting(200).body();
    String other = core.newCompany("EUR", "true").value();
    JsonNode taken = TestingEInvoices.send(core, other, "in.xml", sent).expecting(201).json();
    assertThat(taken.get("status").asString()).isEqualTo("read");
    assertThat(taken.at("/totals/net").decimalValue()).isEqualByComparingTo("20.00");
    assertThat(taken.at("/totals/gross").decimalValue()).isEqualByComparingTo("23.80");
    assertThat(taken.at("/seller/vatNumber").asString()).isEqualTo("DE136695976");
  }

  @Test
  void writesACreditNoteWithTheInvoiceThatItCredits() {
    post("/parties", US);
    String number = invoice("{'quantity':2,'unitPrice':10,%s}", "");
    String note =
        core.post(base + "/sales/invoices/" + number + "/credit-notes", "{}", version(1))
            .expecting(201)
            .json()
            .get("number")
            .asString();
    EInvoice read = read(file(note, "").expecting(200));
    assertThat(read.heading().isCreditNote()).isTrue();
    assertThat(read.amounts().totals().due()).isEqualByComparingTo("23.80");
    assertThat(read.references().preceding().get(0).number()).isEqualTo(number);
  }

  @Test
  void printsAPageThatCarriesTheFile() throws Exception {
    post("/parties", US);
    String number = invoice("{'quantity':3,'unitPrice':33.33,%s}", "");
    String path = base + "/sales/invoices/" + number + "/e-invoice?syntax=factur-x";
    byte[] pdf = bytes(path);
    assertThat(EInvoiceFile.read(HybridPdf.xml(pdf)).amounts().totals().due())
        .isEqualByComparingTo("118.99");
    assertThat(text(pdf)).contains("Invoice " + number, "Wheel", "118.99 EUR", "Bikes & More");
    String chinese = base + "/documents/sales/invoice/" + number + "/pdf?language=zh";
    assertThat(text(bytes(chinese))).contains("发票 " + number, "价税合计", "Landwehrstraße 12");
    core.get(base + "/documents/tax/tax-code/V19/pdf").expecting(404);
    core.as("buyer").get(base + "/documents/purchasing/purchase-order/PO-9/pdf").expecting(404);
  }

  private byte[] bytes(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(core.address().resolve(path))
            .header("Authorization", "Bearer " + core.token())
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    return answer.body();
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void namesAllThatIsMissing() {
    String number = invoice("{'quantity':2,'unitPrice':10,%s}", "");
    assertThat(fields(file(number, "").expecting(422))).contains("seller");
    post("/parties", "{'code':'US','name':'Bikes','roles':['company'],'country':'Germany'}");
    assertThat(fields(file(number, "?usage=xrechnung").expecting(422)))
        .contains(
            "seller.taxNumbers",
            "seller.addresses",
            "seller.email",
            "seller.contacts",
            "seller.bankAccounts",
            "buyerReference");
  }

  private String invoice(String line, String more) {
    String body =
        "{'customer':'C-1','lines':[%s]%s}"
            .formatted(line.formatted("'item':'WHEEL','taxCode':'V19'"), more);
    return core.post(base + "/sales/invoices", quoted(body))
        .expecting(201)
        .json()
        .get("number")
        .asString();
  }

  private HttpAnswer file(String number, String query) {
    return core.get(base + "/sales/invoices/" + number + "/e-invoice" + query);
  }

  private static EInvoice read(HttpAnswer answer) {
    return EInvoiceFile.read(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static String fields(HttpAnswer answer) {
    return String.join(" ", answer.json().get("problems").findValuesAsString("field"));
  }

  private void post(String path, String body) {
    core.post(base + path, quoted(body)).expecting(201);
  }

  private static Map<String, String> version(int version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }

  private static String quoted(String body) {
    return body.replace('\'', '"');
  }
}
