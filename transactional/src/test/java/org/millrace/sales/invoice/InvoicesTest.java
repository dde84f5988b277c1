package org.millrace.sales.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/** Direct sales, credit notes and payments, over HTTP. */
class InvoicesTest {
  private static final Map<String, String> FIRST = Map.of("If-Match", "\"1\"");

  private final TestingCore core = TestingCore.running();
  private final CompanyCode company = core.newCompany();
  private final String base = "/api/companies/" + company;
  private final String invoices = base + "/sales/invoices";

  @BeforeEach
  void stockTenBells() {
    core.post(
            base + "/parties",
            """
            {"code": "C1", "name": "Bike shop", "roles": ["customer"], "country": "France"}
            """)
        .expecting(201);
    core.post(base + "/items", "{\"code\": \"BELL\", \"name\": \"Bell\", \"unit\": \"pcs\"}")
        .expecting(201);
    core.post(
            base + "/items",
            """
            {"code": "POST", "name": "Postage", "unit": "pcs", "kind": "service"}
            """)
        .expecting(201);
    core.post(
            base + "/stock/movements",
            """
            {"occurredAt": "2026-01-01T00:00:00Z",
             "lines": [{"item": "BELL", "quantity": 10, "unitCost": 3}]}
            """)
        .expecting(201);
  }

  @Test
  void aDirectSaleTakesTheGoodsAndBillsThePostage() {
    JsonNode invoice = sell().expecting(201).json();
    assertThat(invoice.get("netAmount").decimalValue()).isEqualByComparingTo("26.5");
    assertThat(invoice.get("costAmount").decimalValue()).isEqualByComparingTo("12");
    assertThat(onHand()).isEqualTo("6");
  }

  @Test
  void sellsToNobodyWhoIsASupplierAlone() {
    String supplier =
        """
        {"code": "V1", "name": "Bell foundry", "roles": ["supplier"], "country": "France"}
        """;
    core.post(base + "/parties", supplier).expecting(201);
    String sale =
        "{\"customer\": \"V1\", \"lines\": [{\"item\": \"BELL\", \"quantity\": 1,"
            + " \"unitPrice\": 5}]}";
    for (String document : new String[] {"invoices", "orders", "quotations"}) {
      String body =
          document.equals("quotations")
              ? sale.replaceFirst("\\{", "{\"validUntil\": \"2999-01-01\", ")
              : sale;
      JsonNode problem =
          core.post(base + "/sales/" + document, body).expecting(422).json().at("/problems/0");
      assertThat(problem.get("field").asString()).as(document).endsWith("customer");
      assertThat(problem.get("expected").asString()).isEqualTo("a party with the role customer");
    }
    assertThat(onHand()).isEqualTo("10");
  }

  @Test
  void aCreditNoteTakesGoodsBackOnce() {
    String number = sell().json().get("number").asString();
    String part = "{\"lines\": [{\"line\": 1, \"quantity\": 3}]}";
    JsonNode note =
        core.post(invoices + "/" + number + "/credit-notes", part, FIRST).expecting(201).json();
    assertThat(note.get("kind").asString()).isEqualTo("credit-note");
    assertThat(note.get("netAmount").decimalValue()).isEqualByComparingTo("-15");
    assertThat(note.get("lines").get(0).get("quantity").asInt()).isEqualTo(-3);
    assertThat(note.get("credits").asString()).isEqualTo(number);
    assertThat(onHand()).isEqualTo("9");
    HttpAnswer tooMuch = core.post(invoices + "/" + number + "/credit-notes", part, FIRST);
    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.json().get("detail").asString()).contains("at most the 1 not credited yet");
    JsonNode rest =
        core.post(invoices + "/" + number + "/credit-notes", "{}", FIRST).expecting(201).json();
    assertThat(rest.get("netAmount").decimalValue()).isEqualByComparingTo("-11.5");
  }

  @ParameterizedTest
  @CsvSource({"100, 0.005, 0.50", "3, 0.335, 1.01"})
  void creditsInPartsWhatWasBilledAndNoMore(int pieces, String price, String billed) {
    String sale =
        "{\"customer\": \"C1\", \"lines\": "
            + "[{\"item\": \"POST\", \"quantity\": %d, \"unitPrice\": %s}]}";
    JsonNode invoice = core.post(invoices, sale.formatted(pieces, price)).expecting(201).json();
    assertThat(invoice.get("netAmount").decimalValue()).isEqualByComparingTo(billed);
    BigDecimal credited = BigDecimal.ZERO;
    String notes = invoices + "/" + invoice.get("number").asString() + "/credit-notes";
    for (int i = 0; i < pieces; i++) {
      String one = "{\"lines\": [{\"line\": 1, \"quantity\": 1}]}";
      JsonNode note = core.post(notes, one, FIRST).expecting(201).json();
      credited = credited.subtract(note.get("netAmount").decimalValue());
    }
    assertThat(credited).isEqualByComparingTo(billed);
  }

  @Test
  void refusesAReplacementOfADirectSale() {
    String number = sell().json().get("number").asString();
    HttpAnswer answer =
        core.post(invoices + "/" + number + "/credit-notes", "{\"replacement\": \"due\"}", FIRST);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("detail").asString()).contains("bills no order");
  }

  @Test
  void takesPartPaymentsAndRefusesTooMuch() {
    String number = sell().json().get("number").asString();
    String pay = invoices + "/" + number + "/payments";
    JsonNode paid = core.post(pay, "{\"amount\": 20}", FIRST).expecting(201).json();
    assertThat(paid.get("invoice").get("openAmount").decimalValue()).isEqualByComparingTo("6.5");
    Map<String, String> second = Map.of("If-Match", "\"2\"");
    HttpAnswer tooMuch = core.post(pay, "{\"amount\": 6.51}", second);
    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.json().get("detail").asString())
        .contains("more than 0 and at most the open GBP 6.5");
    assertThat(core.post(pay, "{\"amount\": 6.5}", FIRST).status()).isEqualTo(412);
    core.post(pay, "{\"amount\": 6.5}", second).expecting(201);
    assertThat(core.post(pay, "{\"amount\": 1}", Map.of("If-Match", "\"3\"")).status())
        .isEqualTo(409);
  }

  @Test
  void namesAllThatIsUnknown() {
    HttpAnswer answer =
        core.post(
            invoices,
            """
            {"customer": "NOBODY", "lines": [{"item": "NOTHING", "quantity": 1, "unitPrice": 1}]}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("problems").size()).isEqualTo(2);
  }

  @Test
  void sendingTheSameCommandTwiceSellsOnce() {
    Map<String, String> key = Map.of("Idempotency-Key", "sale-" + company);
    String body =
        """
        {"customer": "C1", "lines": [{"item": "BELL", "quantity": 4, "unitPrice": 5}]}
        """;
    String first = core.post(invoices, body, key).expecting(201).json().get("number").asString();
    assertThat(core.post(invoices, body, key).json().get("number").asString()).isEqualTo(first);
    assertThat(onHand()).isEqualTo("6");
  }

  private HttpAnswer sell() {
    return core.post(
        invoices,
        """
        {"customer": "C1", "occurredAt": "2026-01-02T00:00:00Z", "lines": [
          {"item": "BELL", "quantity": 4, "unitPrice": 5},
          {"item": "POST", "quantity": 1, "unitPrice": 6.5}]}
        """);
  }

  private String onHand() {
    return core.jdbc()
        .sql("select on_hand from stock.balance where company = ? and item = 'BELL'")
        .param(company.value())
        .query(java.math.BigDecimal.class)
        .single()
        .stripTrailingZeros()
        .toPlainString();
  }
}
