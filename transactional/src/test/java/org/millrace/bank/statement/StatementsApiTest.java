package org.millrace.bank.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** Bank accounts and statements over HTTP: entered, and from files of banks. */
class StatementsApiTest {
  private static final Path CAMT = Path.of("src/test/resources/bank/camt053.xml");

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void registerTheAccount() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    post(
            "bank/accounts",
            "{'code':'MAIN','name':'Main account','iban':'DE02 1203 0000 0000 2020 51'}")
        .expecting(201);
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + "/" + path, body.replace('\'', '"'));
  }

  private JsonNode get(String path) {
    return core.get(base + "/" + path).expecting(200).json();
  }

  private JsonNode last(String file, String text) {
    List<JsonNode> steps =
        core.post(base + "/imports/bank-statements?file=" + file, text)
            .expecting(200)
            .body()
            .lines()
            .map(Json.mapper()::readTree)
            .toList();
    return steps.get(steps.size() - 1);
  }

  private static String rows(JsonNode finished) {
    JsonNode rows = finished.get("rows");
    return "%s = %s + %s + %s"
        .formatted(rows.get("read"), rows.get("posted"), rows.get("there"), rows.get("rejected"));
  }

  private static String camt() throws IOException {
    return Files.readString(CAMT);
  }

  @Test
  void keepsAccountsByNumbersWhoseCheckDigitsAreRight() {
    assertThat(get("bank/accounts/MAIN").get("iban").asString())
        .isEqualTo("DE02120300000000202051");
    assertThat(
            post("bank/accounts", "{'code':'B','name':'B','iban':'DE03120300000000202051'}")
                .expecting(422)
                .body())
        .contains("DE03120300000000202051");
    assertThat(
            post("bank/accounts", "{'code':'C','name':'C','iban':'DE02120300000000202051'}")
                .expecting(409)
                .body())
        .contains("cannot have the number of the bank account MAIN");
    post("bank/accounts", "{'code':'D','name':'D','accountNumber':'117 33'}").expecting(201);
  }

  @Test
  void takesInWhatAddsUpAndShowsWhatDoesNot() {
    String lines =
        "'lines':[{'date':'2026-06-02','amount':107.1},{'date':'2026-06-02','amount':119}]";
    JsonNode good =
        post(
                "bank/statements",
                "{'statementId':'1','openingBalance':1000.07,'closingBalance':1226.17,"
                    + lines
                    + "}")
            .expecting(201)
            .json();
    assertThat(good.get("difference").asDouble()).isZero();
    JsonNode wrong =
        post(
                "bank/statements",
                "{'statementId':'2','openingBalance':1000.07,'closingBalance':869.17,"
                    + lines
                    + "}")
            .expecting(201)
            .json();
    assertThat(wrong.get("difference").decimalValue()).isEqualByComparingTo("-357");
    assertThat(wrong.get("calculatedClosing").decimalValue()).isEqualByComparingTo("1226.17");
    assertThat(wrong.get("openLines").asInt()).isEqualTo(2);
  }

  @Test
  void takesAStatementOnceUnlessItIsCancelled() {
    String statement = "{'statementId':'7','lines':[{'date':'2026-06-02','amount':5}]}";
    String number =
        post("bank/statements", statement).expecting(201).json().get("number").asString();
    assertThat(post("bank/statements", statement).expecting(409).body())
        .contains("The statement 7 of the bank account MAIN is there already as " + number);
    core.post(base + "/bank/statements/" + number + "/cancel", "{}", Map.of("If-Match", "\"1\""))
        .expecting(200);
    post("bank/statements", statement).expecting(201);
  }

  @Test
  void readsTheFileOfAStatementAgainThatWasCancelled() throws IOException {
    assertThat(rows(last("june.xml", camt()))).isEqualTo("4 = 4 + 0 + 0");
    assertThat(rows(last("june.xml", camt()))).isEqualTo("4 = 0 + 4 + 0");
    String first = get("bank/statements").get("rows").get(0).get("number").asString();
    core.post(base + "/bank/statements/" + first + "/cancel", "{}", Map.of("If-Match", "\"1\""))
        .expecting(200);
    assertThat(rows(last("june.xml", camt()))).isEqualTo("4 = 4 + 0 + 0");
    assertThat(rows(last("june.xml", camt()))).isEqualTo("4 = 0 + 4 + 0");
    assertThat(get("bank/statements").get("rows")).hasSize(2);
  }

  @Test
  void refusesAnAccountNumberThatIsTooShortForItsCountry() {
    String answer =
        post("bank/accounts", "{'code':'S','name':'S','iban':'DE8512030000000020'}")
            .expecting(422)
            .body();
    assertThat(answer).contains("DE8512030000000020", "right check digits");
  }

  @Test
  void readsAFileOfTheBankOnce() throws IOException {
    assertThat(rows(last("june.xml", camt()))).isEqualTo("4 = 4 + 0 + 0");
    JsonNode statement = get("bank/statements?account=MAIN").get("rows").get(0);
    assertThat(statement.get("statementId").asString()).isEqualTo("2026-106");
    JsonNode whole = get("bank/statements/" + statement.get("number").asString());
    assertThat(whole.get("entriesAmount").decimalValue()).isEqualByComparingTo("-60.35");
    assertThat(whole.get("difference").decimalValue()).isEqualByComparingTo("0");
    assertThat(whole.get("openLines").asInt()).isEqualTo(2);
    assertThat(whole.get("lines")).hasSize(4);
    assertThat(whole.get("lines").get(0).get("counterpartyName").asString())
        .isEqualTo("Ardent \"North\" Ltd");
    assertThat(whole.get("lines").get(2).get("detailOf").asInt()).isEqualTo(2);
    assertThat(rows(last("june.xml", camt()))).isEqualTo("4 = 0 + 4 + 0");
    assertThat(rows(last("again.xml", camt().replace("thanks", "thank you"))))
        .isEqualTo("4 = 0 + 0 + 4");
  }

  @Test
  void refusesAFileWithPlaceAndValue() throws IOException {
    String broken = camt().replace("2060.35</Amt>", "2.060,35</Amt>");
    assertThat(
            core.post(base + "/imports/bank-statements?file=june.xml", broken)
                .expecting(422)
                .body())
        .contains("june.xml cannot be read")
        .contains("line 25, Amt is '2.060,35'");
    JsonNode finished =
        last("other.xml", camt().replace("DE02120300000000202051", "NL91ABNA0417164300"));
    assertThat(rows(finished)).isEqualTo("4 = 0 + 0 + 4");
    JsonNode reject = get("imports/rejects").get("rows").get(0);
    assertThat(reject.get("field").asString()).isEqualTo("account");
    assertThat(reject.get("value").asString()).isEqualTo("NL91ABNA0417164300");
    assertThat(reject.get("expected").asString()).contains("MAIN");
  }

  @Test
  void readsTables() {
    String file =
        """
        account,statement_id,opening_balance,closing_balance,number,lines.date,lines.amount
        MAIN,2026-1,0,30.50,1,2026-01-05,40.50
        MAIN,2026-1,,,1,2026-01-06,-10
        """;
    assertThat(rows(last("a.csv", file))).isEqualTo("2 = 2 + 0 + 0");
    JsonNode statement = get("bank/statements?statementId=2026-1").get("rows").get(0);
    assertThat(statement.get("difference").decimalValue()).isEqualByComparingTo("0");
    assertThat(statement.get("statementDate").asString()).isEqualTo("2026-01-06");
  }
}
