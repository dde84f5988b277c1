package org.millrace.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Invoices, bills and payments with tax, by the API, down to the books. */
class TaxedDocumentsTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openAShop() {
    base = "/api/companies/" + core.newCompany() + "/";
    make("parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'DE'}");
    make("items", "{'code':'FIT','name':'Fitting','kind':'service'}");
    make("items", "{'code':'BELL','name':'Bell'}");
    code("V19", 19, "");
    code("V7", 7, "");
    code("CASH20", 20, ",'taxPoint':'payment'");
    code("RC19", 19, ",'category':'reverse-charge','exemptionReason':'Reverse charge'");
    code("NOT10", 10, ",'deductiblePercent':0");
  }

  @Test
  void anInvoiceOwesNetAndTaxAndItsCreditNoteMirrorsIt() {
    JsonNode invoice =
        make(
            "sales/invoices",
            "{'customer':'C','documentDiscount':10,'lines':["
                + "{'item':'FIT','quantity':1,'unitPrice':100,'taxCode':'V19'},"
                + "{'item':'FIT','quantity':1,'unitPrice':50,'taxCode':'V7'}]}");
    assertThat(figures(invoice)).isEqualTo("net 140 tax 21 gross 161 open 161");
    assertThat(invoice.at("/taxes/0/base").decimalValue()).isEqualByComparingTo("93.33");
    assertThat(invoice.at("/taxes/0/amount").decimalValue()).isEqualByComparingTo("17.73");
    assertThat(invoice.at("/taxes/1/amount").decimalValue()).isEqualByComparingTo("3.27");
    assertThat(balances())
        .containsEntry("1100", "161")
        .containsEntry("2200", "-21")
        .containsEntry("4000", "-140");
    JsonNode note = made(invoice, "credit-notes", "{}");
    assertThat(figures(note)).isEqualTo("net -140 tax -21 gross -161 open -161");
    assertThat(balances()).containsEntry("1100", "0").containsEntry("2200", "0");
  }

  @Test
  void aPriceThatIncludesTheTaxIsWhatIsPaid() {
    JsonNode invoice =
        make(
            "sales/invoices",
            "{'customer':'C','pricesInclude':true,'lines':["
                + "{'item':'FIT','quantity':3,'unitPrice':11.90,'taxCode':'V19'}]}");
    assertThat(figures(invoice)).isEqualTo("net 30 tax 5.7 gross 35.7 open 35.7");
    JsonNode part = made(invoice, "credit-notes", "{'lines':[{'line':1,'quantity':1}]}");
    assertThat(figures(part)).isEqualTo("net -10 tax -1.9 gross -11.9 open -11.9");
  }

  @Test
  void anOrderCarriesTaxCodeAndDiscountToItsInvoice() {
    make("stock/movements", "{'lines':[{'item':'BELL','quantity':9,'unitCost':2}]}");
    JsonNode order =
        make(
            "sales/orders",
            "{'customer':'C','lines':[{'item':'BELL','quantity':3,'unitPrice':19.99,"
                + "'discountPercent':7.5,'taxCode':'V19'}]}");
    String path = "sales/orders/" + order.get("number").asString();
    act(path + "/deliveries", "{}", 1).expecting(201);
    JsonNode invoice = act(path + "/invoices", "{}", 2).expecting(201).json();
    assertThat(figures(invoice)).isEqualTo("net 55.47 tax 10.54 gross 66.01 open 66.01");
    assertThat(invoice.at("/lines/0/taxCode").asString("")).isEqualTo("V19");
  }

  @Test
  void aDiscountAtPaymentLessensTheTaxAndAFeeOfTheBankDoesNot() {
    JsonNode invoice = sold("V19", 100, "");
    JsonNode paid = made(invoice, "payments", "{'amount':106,'discount':3,'bankFee':10}");
    assertThat(paid.at("/payment/settlement/discountTax").decimalValue())
        .isEqualByComparingTo("0.48");
    assertThat(paid.at("/invoice/openAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(balances())
        .containsEntry("1000", "106")
        .containsEntry("1100", "0")
        .containsEntry("4200", "2.52")
        .containsEntry("6700", "10")
        .containsEntry("2200", "-18.52");
    String payment = paid.at("/payment/number").asString();
    act("sales/payments/" + payment + "/reverse", "{'reason':'Typed twice'}", 1).expecting(201);
    assertThat(balances()).containsEntry("1100", "119").containsEntry("2200", "-19");
    JsonNode again = core.get(base + "sales/invoices/" + number(invoice)).json();
    assertThat(again.at("/tax/letOff").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void writesOffWithTheTaxOfIt() {
    JsonNode invoice = sold("V19", 5, "");
    made(invoice, "payments", "{'amount':5.75}");
    act("sales/invoices/" + number(invoice) + "/payments", "{'amount':0,'writeOff':0.20}", 2)
        .expecting(201);
    assertThat(balances())
        .containsEntry("1100", "0")
        .containsEntry("6300", "0.17")
        .containsEntry("2200", "-0.92");
  }

  @Test
  void takesTheDiscountOfTheTermsWhenItIsPaidInTime() {
    String terms = ",'earlyPayment':{'percent':10,'days':10,'mode':'%s'}";
    JsonNode mixed = sold("V19", 1000, terms.formatted("mixed"));
    assertThat(figures(mixed)).isEqualTo("net 1000 tax 171 gross 1171 open 1171");
    JsonNode paid = made(mixed, "payments", "{'amount':1071}");
    assertThat(paid.at("/invoice/openAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(balances()).containsEntry("2200", "-171").containsEntry("4200", "100");
    JsonNode included = sold("V19", 100, terms.formatted("included"));
    made(included, "payments", "{'amount':107.10}");
    assertThat(balances()).containsEntry("2200", "-188.1").containsEntry("4200", "110");
    JsonNode excluded = sold("V19", 100, terms.formatted("excluded"));
    made(excluded, "payments", "{'amount':109}");
    assertThat(balances())
        .containsEntry("2200", "-207.1")
        .containsEntry("4200", "120")
        .containsEntry("1100", "0");
  }

  @Test
  void taxOnPaymentsIsPendingUntilThen() {
    JsonNode invoice = sold("CASH20", 1000, "");
    assertThat(balances()).containsEntry("2210", "-200").doesNotContainKey("2200");
    made(invoice, "payments", "{'amount':400}");
    assertThat(balances()).containsEntry("2210", "-133.33").containsEntry("2200", "-66.67");
    String payments = "sales/invoices/" + number(invoice) + "/payments";
    act(payments, "{'amount':500}", 2).expecting(201);
    act(payments, "{'amount':300}", 3).expecting(201);
    assertThat(balances()).containsEntry("2210", "0").containsEntry("2200", "-200");
  }

  @Test
  void aBillKeepsThePrintedTaxAndShowsTheDifference() {
    JsonNode bill = billed("V19", 10, "11", ",'printedTax':21.05");
    assertThat(figures(bill)).isEqualTo("net 110 tax 21.05 gross 131.05 open 131.05");
    assertThat(bill.at("/purchaseTax/difference").decimalValue()).isEqualByComparingTo("0.15");
    assertThat(balances()).containsEntry("1300", "21.05").containsEntry("2000", "-131.05");
  }

  @Test
  void reverseChargeIsOwedAndGotBackAndFallsWithADiscount() {
    JsonNode bill = billed("RC19", 100, "10", "");
    assertThat(figures(bill)).isEqualTo("net 1000 tax 0 gross 1000 open 1000");
    assertThat(balances()).containsEntry("1300", "190").containsEntry("2200", "-190");
    String payments = "purchasing/invoices/" + number(bill) + "/payments";
    JsonNode paid = act(payments, "{'amount':970,'discount':30}", 1).expecting(201).json();
    assertThat(balances())
        .containsEntry("2000", "0")
        .containsEntry("1300", "184.3")
        .containsEntry("2200", "-184.3")
        .containsEntry("5400", "-30");
    String payment = paid.at("/payment/number").asString();
    act("purchasing/payments/" + payment + "/reverse", "{'reason':'Twice'}", 1).expecting(201);
    assertThat(balances()).containsEntry("2000", "-1000").containsEntry("1300", "190");
  }

  @Test
  void taxThatIsNotDeductibleIsCost() {
    JsonNode bill = billed("NOT10", 50, "10", "");
    assertThat(figures(bill)).isEqualTo("net 500 tax 50 gross 550 open 550");
    assertThat(balances())
        .containsEntry("1200", "550")
        .containsEntry("2100", "0")
        .doesNotContainKey("1300");
  }

  @Test
  void matchesTheNetPricesOfABillThatIncludesTheTaxOrIsDiscounted() {
    String order =
        number(
            make(
                "purchasing/orders",
                "{'supplier':'C','lines':[{'item':'BELL','quantity':10,'unitPrice':10}]}"));
    String path = "purchasing/orders/" + order;
    act(path + "/receipts", "{}", 1).expecting(201);
    String bill = "{'pricesInclude':true,'lines':[{'line':1,'quantity':%d,'unitPrice':%s%s}]}";
    String coded = ",'taxCode':'V19'";
    act(path + "/invoices", bill.formatted(4, "13.00", coded), 2).expecting(409);
    JsonNode gross =
        act(path + "/invoices", bill.formatted(4, "11.90", coded), 2).expecting(201).json();
    assertThat(figures(gross)).isEqualTo("net 40 tax 7.6 gross 47.6 open 47.6");
    assertThat(gross.at("/lines/0/unitPrice").decimalValue()).isEqualByComparingTo("11.90");
    String less = bill.formatted(6, "12.50", coded + ",'discountPercent':20");
    JsonNode discounted =
        act(path + "/invoices", less.replace("true", "false"), 3).expecting(201).json();
    assertThat(figures(discounted)).isEqualTo("net 60 tax 11.4 gross 71.4 open 71.4");
    assertThat(balances()).containsEntry("2100", "0").containsEntry("1200", "100");
  }

  @Test
  void refusesATaxCodeThatHasNoRateYet() {
    HttpAnswer answer =
        core.post(
            base + "sales/invoices",
            ("{'customer':'C','lines':[{'item':'FIT','quantity':1,'unitPrice':1,"
                    + "'taxCode':'NONE'}]}")
                .replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/problems/0/field").asString("")).isEqualTo("lines.1.taxCode");
  }

  @Test
  void refusesADiscountAboveTheLines() {
    HttpAnswer answer =
        core.post(
            base + "sales/invoices",
            ("{'customer':'C','documentDiscount':10.01,'lines':[{'item':'FIT','quantity':1,"
                    + "'unitPrice':10,'taxCode':'V19'}]}")
                .replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/problems/0/field").asString("")).isEqualTo("documentDiscount");
  }

  private void code(String code, int rate, String more) {
    make(
        "tax/codes",
        "{'code':'%s','name':'%1$s','rates':[{'validFrom':'2000-01-01','rate':%d}]%s}"
            .formatted(code, rate, more));
  }

  private JsonNode sold(String code, int price, String more) {
    return make(
        "sales/invoices",
        "{'customer':'C','lines':[{'item':'FIT','quantity':1,'unitPrice':%d,'taxCode':'%s'}]%s}"
            .formatted(price, code, more));
  }

  private JsonNode billed(String code, int quantity, String price, String more) {
    String ordered = "{'item':'BELL','quantity':%d,'unitPrice':%s}".formatted(quantity, price);
    JsonNode order = make("purchasing/orders", "{'supplier':'C','lines':[%s]}".formatted(ordered));
    String path = "purchasing/orders/" + number(order);
    act(path + "/receipts", "{}", 1).expecting(201);
    String line =
        "{'line':1,'quantity':%d,'unitPrice':%s,'taxCode':'%s'}".formatted(quantity, price, code);
    return act(path + "/invoices", "{'lines':[%s]%s}".formatted(line, more), 2)
        .expecting(201)
        .json();
  }

  private JsonNode made(JsonNode invoice, String verb, String body) {
    return act("sales/invoices/" + number(invoice) + "/" + verb, body, 1).expecting(201).json();
  }

  private static String number(JsonNode document) {
    return document.get("number").asString();
  }

  private HttpAnswer act(String path, String body, int version) {
    return core.send(
        "POST", base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }

  private JsonNode make(String path, String json) {
    return core.post(base + path, json.replace('\'', '"')).expecting(201).json();
  }

  private static String figures(JsonNode document) {
    return "net %s tax %s gross %s open %s"
        .formatted(
            plain(document.get("netAmount")),
            plain(document.at("/tax/amount")),
            plain(document.at("/tax/gross")),
            plain(document.get("openAmount")));
  }

  private static String plain(JsonNode amount) {
    return plain(amount.decimalValue());
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  /** What stands on each account, debit positive. */
  private Map<String, String> balances() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    core.jdbc()
        .sql(
            """
            select account, sum(debit - credit) as balance from ledger.line
            where company = ? group by account
            """)
        .param(base.split("/")[3])
        .query(
            row -> {
              sums.put(row.getString("account"), row.getBigDecimal("balance"));
            });
    Map<String, String> balances = new TreeMap<>();
    sums.forEach((account, balance) -> balances.put(account, plain(balance)));
    return balances;
  }
}
