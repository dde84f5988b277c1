package org.millrace.bank.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Lines of statements booked, corrected, learned from and undone over HTTP. */
class BookingsApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openItems() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    post("bank/accounts", "{'code':'MAIN','name':'Main','accountNumber':'1'}").expecting(201);
    for (String party : new String[] {"ASH", "BIRCH"}) {
      post(
              "parties",
              "{'code':'%s','name':'%s Ltd','roles':['customer','supplier'],'country':'DE'}"
                  .formatted(party, party))
          .expecting(201);
    }
    open("ASH", "R-1", "receivables", "100");
    open("ASH", "R-2", "receivables", "200");
    open("BIRCH", "B-7", "payables", "70");
  }

  private void open(String party, String number, String side, String amount) {
    post(
            "settlement/opening-items",
            ("{'side':'%s','party':'%s','sourceNumber':'%s','itemDate':'2026-01-05',"
                    + "'amount':%s,'date':'2026-01-05'}")
                .formatted(side, party, number, amount))
        .expecting(201);
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + "/" + path, body.replace('\'', '"'));
  }

  private HttpAnswer act(String path, String verb, String body) {
    String version = get(path).get("version").asString();
    return core.post(
        base + "/" + path + "/" + verb,
        body.replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private JsonNode get(String path) {
    return core.get(base + "/" + path).expecting(200).json();
  }

  private String statement(String lines) {
    String number =
        post(
                "bank/statements",
                "{'statementId':'" + lines.hashCode() + "','lines':[" + lines + "]}")
            .expecting(201)
            .json()
            .get("number")
            .asString();
    return "bank/statements/" + number;
  }

  private static String line(String amount, String text, String party) {
    return "{'date':'2026-02-02','amount':%s,'text':'%s','counterpartyName':'%s'}"
        .formatted(amount, text, party);
  }

  private BigDecimal open(String number) {
    for (JsonNode row : get("settlement/open-items?size=200").get("rows")) {
      if (row.path("reference").asString("").equals(number)) {
        return row.get("openAmount").decimalValue();
      }
    }
    return BigDecimal.ZERO;
  }

  private BigDecimal account(String code) {
    for (JsonNode row : get("ledger/trial-balance?month=2026-02").get("rows")) {
      if (row.get("account").asString().equals(code)) {
        return row.get("closing").decimalValue();
      }
    }
    return BigDecimal.ZERO;
  }

  private String newestBooking() {
    return "bank/bookings/"
        + get("bank/bookings?sort=-number").get("rows").get(0).get("number").asString();
  }

  @Test
  void booksWhatIsSafeAndLeavesTheRestToAPerson() {
    String statement =
        statement(
            line("100", "R-1", "ASH Ltd")
                + ","
                + line("-70", "thanks", "BIRCH Ltd")
                + ","
                + line("12", "?", "nobody"));
    JsonNode proposals = get(statement).get("proposals");
    assertThat(proposals).hasSize(3);
    assertThat(proposals.get(0).get("safe").asBoolean()).isTrue();
    assertThat(proposals.get(1).get("safe").asBoolean()).isFalse();
    JsonNode after = act(statement, "accept-safe", "{}").expecting(200).json();
    assertThat(after.get("openLines").asInt()).isEqualTo(2);
    assertThat(open("R-1")).isZero();
    assertThat(get(newestBooking()).get("decidedBy").asString()).isEqualTo("program");
    act(statement, "accept", "{'lines':[2]}").expecting(200);
    assertThat(open("B-7")).isZero();
    assertThat(get(newestBooking()).get("decidedBy").asString()).isEqualTo("person");
    assertThat(act(statement, "accept", "{'lines':[3]}").expecting(409).body())
        .contains("Nothing is proposed for line");
    assertThat(act(statement, "accept", "{'lines':[1]}").expecting(422).body())
        .contains("an open line of");
    act(statement, "ignore", "{'lines':[3]}").expecting(200);
    assertThat(get(statement).get("status").asString()).isEqualTo("done");
  }

  @Test
  void undoesABookingSoThatEverythingIsAsBefore() {
    String statement = statement(line("100", "R-1", "ASH Ltd"));
    act(statement, "accept-safe", "{}").expecting(200);
    assertThat(account("1000")).isEqualByComparingTo("100");
    String booking = newestBooking();
    assertThat(act(statement, "cancel", "{}").expecting(409).body())
        .contains("Undo the bookings of its lines first");
    act(booking, "reverse", "{'reason':'wrong','date':'2026-02-03'}").expecting(200);
    assertThat(open("R-1")).isEqualByComparingTo("100");
    assertThat(account("1000")).isZero();
    assertThat(get(statement).get("openLines").asInt()).isEqualTo(1);
    assertThat(act(booking, "reverse", "{'reason':'again'}").expecting(409).body())
        .contains("Book its lines again");
    act(statement, "accept-safe", "{}").expecting(200);
    assertThat(open("R-1")).isZero();
  }

  @Test
  void booksWhatAPersonSaysAndLearnsFromIt() {
    String statement =
        statement(
            line("150", "club 9", "someone")
                + ","
                + line("-12.10", "card fee", "")
                + ","
                + line("130", "club 9", "someone"));
    act(
            statement,
            "correct",
            "{'lines':[1],'items':[{'item':'R-1'},{'item':'R-2'}],'learn':'club 9'}")
        .expecting(200);
    assertThat(open("R-1")).isZero();
    assertThat(open("R-2")).isEqualByComparingTo("150");
    act(statement, "correct", "{'lines':[2],'expenseAccount':'6700','learn':'card fee'}")
        .expecting(200);
    assertThat(account("6700")).isEqualByComparingTo("12.10");
    JsonNode learned = get(statement).get("proposals").get(0);
    assertThat(learned.get("words").asString()).contains("learned").contains("club 9");
    assertThat(learned.get("items").get(0).get("called").asString()).isEqualTo("R-2");
    String next = statement(line("-3", "card fee June", ""));
    JsonNode proposal = get(next).get("proposals").get(0);
    assertThat(proposal.get("reason").asString()).isEqualTo("text-rule");
    assertThat(proposal.get("safe").asBoolean()).isTrue();
    act(next, "accept-safe", "{}").expecting(200);
    assertThat(account("6700")).isEqualByComparingTo("15.10");
    String undone = newestBooking();
    act(undone, "reverse", "{'reason':'twice','date':'2026-02-02'}").expecting(200);
    assertThat(account("6700")).isEqualByComparingTo("12.10");
  }

  @Test
  void refusesWhatDoesNotFitWithFieldAndValue() {
    String statement = statement(line("150", "x", "someone"));
    assertThat(act(statement, "correct", "{'lines':[1]}").expecting(422).body())
        .contains("who has the remaining EUR 150.00 on account");
    assertThat(
            act(statement, "correct", "{'lines':[1],'items':[{'item':'R-9'}]}")
                .expecting(422)
                .body())
        .contains("items.1.item")
        .contains("R-9");
    assertThat(
            act(statement, "correct", "{'lines':[1],'items':[{'item':'R-1','amount':101}]}")
                .expecting(422)
                .body())
        .contains("at most the open EUR 100.00");
    act(statement, "correct", "{'lines':[1],'expenseAccount':'no such'}").expecting(422);
    assertThat(get(statement).get("openLines").asInt()).isEqualTo(1);
  }

  @Test
  void keepsMoneyOnAccountAndGivesItBack() {
    String statement = statement(line("110", "R-1", "ASH Ltd"));
    act(statement, "accept", "{'lines':[1]}").expecting(200);
    assertThat(get(newestBooking()).get("onAccount").decimalValue()).isEqualByComparingTo("10");
    String back = statement(line("-10", "refund", "ASH Ltd"));
    JsonNode proposal = get(back).get("proposals").get(0);
    assertThat(proposal.get("items").get(0).get("item").asString()).startsWith("payment ");
    act(back, "accept", "{'lines':[1]}").expecting(200);
    assertThat(get("settlement/open-items?kind=payment").get("rows")).isEmpty();
  }
}
