package org.millrace.scenario.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.scenario.BadScenario;
import org.millrace.scenario.Books;
import org.millrace.scenario.Difference;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Scenario;
import org.millrace.scenario.UnknownWord;

/**
 * A case whose rule is {@code bankMatch} or {@code statementCheck}: all its lines are taken in as
 * one statement, the proposals are compared, then accepted one after the other as a person would.
 */
public final class BankCase {
  private static final Set<String> RULES = Set.of("bankMatch", "statementCheck");

  private final Scenario scenario;
  private final Books books;
  private final List<Difference> differences = new ArrayList<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final OpenItems items;

  private BankCase(Scenario scenario, Books books) {
    this.scenario = scenario;
    this.books = books;
    this.items = new OpenItems(books);
  }

  /** Whether a rule is about banks. */
  public static boolean isOf(String rule) {
    return RULES.contains(rule);
  }

  /**
   * What differs in a company that was opened for the case.
   *
   * @throws UnknownWord when something given, done or expected is not known
   */
  public static List<Difference> differences(Scenario scenario, Books books) {
    return new BankCase(scenario, books).differences();
  }

  private List<Difference> differences() {
    Fields given = new Fields(scenario.id() + ", given", scenario.given());
    given.find("currency");
    new BankTerms(books).set(given);
    items.take(given);
    given.refuseUnread();
    Fields expected = scenario.expected();
    if (scenario.rule().equals("statementCheck")) {
      check(expected);
    } else {
      match(expected);
    }
    expected.refuseUnread();
    return List.copyOf(differences);
  }

  private void check(Fields expected) {
    List<Fields> steps = scenario.steps();
    JsonNode last = null;
    for (Fields step : steps) {
      requireWord(step, "statement");
      Map<String, Object> asked = new LinkedHashMap<>();
      asked.put("statementId", step.text("ref"));
      asked.put("statementDate", step.text("date"));
      step.findNumber("opening").ifPresent(value -> asked.put("openingBalance", value));
      step.findNumber("closing").ifPresent(value -> asked.put("closingBalance", value));
      List<Object> told = new ArrayList<>();
      for (JsonNode amount : step.get("lines")) {
        told.add(Map.of("date", step.text("date"), "amount", Fields.decimal(step.where(), amount)));
      }
      asked.put("lines", told);
      step.refuseUnread();
      last = books.post("bank/statements", asked);
    }
    JsonNode statement = Optional.ofNullable(last).orElseThrow(() -> none("statement"));
    expected
        .findNumber("calculatedClosing")
        .ifPresent(value -> amount("calculatedClosing", value, statement));
    expected.findNumber("difference").ifPresent(value -> amount("difference", value, statement));
    expected
        .find("accepted")
        .ifPresent(
            value ->
                differ(
                    "accepted",
                    value.asText(),
                    Boolean.toString(statement.path("difference").decimalValue().signum() == 0)));
  }

  private BadScenario none(String what) {
    return new BadScenario(scenario.id() + ": there is no " + what);
  }

  private void amount(String field, BigDecimal expected, JsonNode statement) {
    BigDecimal came = statement.path(field).decimalValue();
    if (expected.compareTo(came) != 0) {
      differ(field, expected.toPlainString(), came.toPlainString());
    }
  }

  private void differ(String where, String expected, String came) {
    if (!expected.equals(came)) {
      differences.add(new Difference(where, expected, came));
    }
  }

  private static void requireWord(Fields step, String word) {
    String asked = step.text("do");
    if (!asked.equals(word)) {
      throw new UnknownWord(step.where() + ", do", asked);
    }
  }

  private void match(Fields expected) {
    String statement = statement();
    JsonNode proposals = books.get(statement).path("proposals");
    differences.addAll(new MatchExpectations(items, lines).compare(expected, proposals));
    expected
        .find("mayBookWithoutAPerson")
        .ifPresent(
            value -> {
              boolean isSafe = true;
              for (JsonNode proposal : proposals) {
                isSafe &= proposal.path("safe").asBoolean();
              }
              differ("mayBookWithoutAPerson", value.asText(), Boolean.toString(isSafe));
            });
    if (expected.has("openAfter")) {
      accept(statement);
      Fields open = expected.object("openAfter").orElseThrow();
      Map<String, BigDecimal> came = items.openNow();
      for (String ref : open.names()) {
        BigDecimal left = came.getOrDefault(ref, BigDecimal.ZERO);
        if (left.compareTo(open.number(ref)) != 0) {
          differ("open of " + ref, open.number(ref).toPlainString(), left.toPlainString());
        }
        came.remove(ref);
      }
      came.forEach((ref, left) -> differ("open of " + ref, "0", left.toPlainString()));
    }
  }

  /** All lines as one statement; its address. */
  private String statement() {
    List<Object> told = new ArrayList<>();
    for (Fields step : scenario.steps()) {
      requireWord(step, "statementLine");
      String ref = step.text("ref");
      Map<String, Object> line = line(step, step.text("date"));
      told.add(line);
      int of = told.size();
      lines.put(ref, of);
      for (Fields detail : step.objects("details")) {
        Map<String, Object> inside = line(detail, step.text("date"));
        inside.put("detailOf", of);
        told.add(inside);
        detail.refuseUnread();
      }
      step.refuseUnread();
    }
    JsonNode made =
        books.post("bank/statements", Map.of("statementId", scenario.id(), "lines", told));
    return "bank/statements/" + made.path("number").asText();
  }

  private Map<String, Object> line(Fields step, String date) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("date", date);
    line.put("amount", step.number("amount"));
    step.findText("text").ifPresent(text -> line.put("text", items.asNumbered(text)));
    step.findText("partner").ifPresent(name -> line.put("counterpartyName", name));
    step.findText("iban").ifPresent(iban -> line.put("counterpartyIban", iban));
    step.findText("reference").ifPresent(text -> line.put("reference", items.asNumbered(text)));
    step.findText("bankReference").ifPresent(text -> line.put("bankReference", text));
    step.find("reversal").ifPresent(value -> line.put("reversal", value));
    return line;
  }

  private void accept(String statement) {
    for (int line : lines.values()) {
      JsonNode now = books.get(statement);
      if (isOpen(now, line) && isProposed(statement, line)) {
        books.act(statement, "accept", Map.of("lines", List.of(line)));
      }
    }
  }

  private static boolean isOpen(JsonNode statement, int number) {
    for (JsonNode line : statement.path("lines")) {
      if (line.path("line").asInt() == number) {
        return line.path("status").asText().equals("open");
      }
    }
    return false;
  }

  private boolean isProposed(String statement, int line) {
    String ref = statement.replaceFirst(".*/", "") + "/" + line;
    for (JsonNode proposal : books.get(statement).path("proposals")) {
      for (JsonNode each : proposal.path("lines")) {
        if (each.asText().equals(ref)) {
          return !proposal.path("reason").asText().equals("unmatched");
        }
      }
    }
    return false;
  }
}
