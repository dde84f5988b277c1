package org.millrace.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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

  @Test
  void tellsAnInvoiceInItsCurrencyLessWhatWasPrepaid() throws Exception {
    post("/parties", US);
    post(
        "/currency/rates",
        "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2026-01-01','rate':'0.80'}");
    post(
        "/currency/rates",
        "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2026-06-10','rate':'0.90'}");
    post("/items", "{'code':'FIT','name':'Fitting','kind':'service'}");
    post(
        "/sales/orders",
        "{'customer':'C-1','currency':'USD','occurredAt':'2026-06-01T08:00:00Z',"
            + "'lines':[{'item':'FIT','quantity':3,'unitPrice':1000,'taxCode':'V19'}]}");
    String order = "/sales/orders/SO-000001";
    act(order + "/prepayment-invoices", 1, "{'amount':357,'occurredAt':'2026-06-02T08:00:00Z'}");
    act("/sales/invoices/IN-000001/payments", 1, "{'amount':357,'date':'2026-06-03'}");
    act(order + "/deliveries", 1, "{'occurredAt':'2026-06-10T08:00:00Z'}");
    act(order + "/invoices", 2, "{'occurredAt':'2026-06-10T09:00:00Z'}");
    for (String syntax : new String[] {"ubl", "cii"}) {
      EInvoice asked = read(file("IN-000001", "?syntax=" + syntax).expecting(200));
      assertThat(asked.heading().type()).isEqualTo("386");
      assertThat(asked.heading().currency()).isEqualTo("USD");
      assertThat(asked.lines()).singleElement().satisfies(line -> is(line.net(), "300"));
      is(asked.amounts().totals().due(), "357");
      is(asked.amounts().totals().taxInBooks().orElseThrow(), "45.60");
      EInvoice last = read(file("IN-000002", "?syntax=" + syntax).expecting(200));
      assertThat(last.heading().currency()).isEqualTo("USD");
      assertThat(last.heading().taxCurrency()).contains("EUR");
      is(last.lines().get(0).price().net(), "1000");
      is(last.amounts().totals().gross(), "3570");
      is(last.amounts().totals().paid().orElseThrow(), "357");
      is(last.amounts().totals().due(), "3213");
      is(last.amounts().totals().tax().orElseThrow(), "570");
      is(last.amounts().totals().taxInBooks().orElseThrow(), "507.30");
      assertThat(last.references().preceding().get(0).number()).isEqualTo("IN-000001");
    }
    String asked = text(bytes(base + "/documents/sales/invoice/IN-000001/pdf"));
    assertThat(asked).contains("Prepayment invoice IN-000001", "357.00 USD", "45.60 EUR");
    String last = text(bytes(base + "/documents/sales/invoice/IN-000002/pdf"));
    assertThat(last)
        .contains("1,000.00", "3,570.00 USD", "-357.00 USD", "3,213.00 USD", "507.30 EUR")
        .contains("Less prepayment invoice IN-000001", "Net amount 300.00, Tax 57.00");
    assertThat(text(bytes(base + "/documents/sales/order/SO-000001/pdf")))
        .contains("3,000.00 USD")
        .doesNotContain("EUR");
  }

  @Test
  void tellsTheDiscountOfTheWhole() throws Exception {
    post("/parties", US);
    post(
        "/currency/rates",
        "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2026-01-01','rate':'0.80'}");
    String invoice = invoice("{'quantity':2,'unitPrice':50,%s}", ",'documentDiscount':7.5");
    assertThat(text(bytes(base + "/documents/sales/invoice/" + invoice + "/pdf")))
        .contains("Discount on the whole", "-7.50 EUR", "92.50 EUR");
    String line = "'lines':[{'item':'WHEEL','quantity':3,'unitPrice':1000,'taxCode':'V19'}]";
    post("/sales/orders", "{'customer':'C-1','documentDiscountPercent':5,%s}".formatted(line));
    assertThat(text(bytes(base + "/documents/sales/order/SO-000001/pdf?language=zh")))
        .contains("整单折扣", "5 %", "-150.00 EUR", "2,850.00 EUR");
    post(
        "/sales/orders",
        "{'customer':'C-1','currency':'USD','documentDiscountPercent':5,%s}".formatted(line));
    assertThat(text(bytes(base + "/documents/sales/order/SO-000002/pdf")))
        .contains("-150.00 USD", "2,850.00 USD")
        .doesNotContain("EUR");
    post("/sales/orders", "{'customer':'C-1',%s}".formatted(line));
    assertThat(text(bytes(base + "/documents/sales/order/SO-000003/pdf")))
        .doesNotContain("Discount");
  }

  private void act(String path, int version, String body) {
    core.post(base + path, quoted(body), version(version)).expecting(201);
  }

  private static void is(BigDecimal amount, String expected) {
    assertThat(amount).isEqualByComparingTo(expected);
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
