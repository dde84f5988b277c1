package org.millrace.scenario.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millrace.scenario.Books;
import org.millrace.scenario.Fields;
import org.millrace.scenario.UnknownWord;

/**
 * The open items of a case. They are taken over from an earlier system under their numbers; one
 * with a discount is an invoice of ours, whose number then stands where texts name it.
 */
final class OpenItems {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 6;

  private final Books books;
  private final Map<String, String> refs = new LinkedHashMap<>();
  private final Map<String, String> numbered = new LinkedHashMap<>();
  private final Set<String> parties = new HashSet<>();

  OpenItems(Books books) {
    this.books = books;
  }

  /** Makes what is given, and what was learned of partners. */
  void take(Fields given) {
    for (Fields item : given.objects("openItems")) {
      String party = item.text("partner");
      register(party, item.findText("iban"));
      if (item.has("discount")) {
        invoice(party, item);
      } else {
        takeOver(party, item);
      }
      item.refuseUnread();
    }
    for (Fields learned : given.objects("learned")) {
      Map<String, Object> asked = new LinkedHashMap<>();
      String party = learned.text("partner");
      register(party, Optional.empty());
      asked.put("text", learned.text("text"));
      asked.put("party", party);
      asked.put("occurredAt", "2010-01-01T08:00:00Z");
      int times = learned.findNumber("corrections").map(BigDecimal::intValue).orElse(1);
      for (int i = 0; i < times; i++) {
        books.post("bank/rules", asked);
      }
      learned.find("on");
      learned.refuseUnread();
    }
  }

  private void register(String party, Optional<String> iban) {
    if (parties.add(party)) {
      Map<String, Object> asked = new LinkedHashMap<>();
      asked.put("code", party);
      asked.put("name", party);
      asked.put("roles", List.of("customer", "supplier"));
      asked.put("country", "DE");
      iban.ifPresent(number -> asked.put("bankAccounts", List.of(Map.of("iban", number))));
      books.post("parties", asked);
    }
  }

  private void takeOver(String party, Fields item) {
    Map<String, Object> asked = new LinkedHashMap<>();
    String ref = item.text("ref");
    BigDecimal amount = item.number("amount");
    asked.put("side", amount.signum() > 0 ? "receivables" : "payables");
    asked.put("party", party);
    asked.put("sourceNumber", item.findText("number").orElse(ref));
    asked.put("itemDate", item.findText("date").orElse(item.text("due")));
    asked.put("dueDate", item.text("due"));
    asked.put("amount", amount.abs());
    asked.put("date", item.text("due"));
    item.findText("reference").ifPresent(text -> asked.put("reference", text));
    JsonNode made = books.post("settlement/opening-items", asked);
    refs.put("opening-item " + made.path("number").asText(), ref);
  }

  private void invoice(String party, Fields item) {
    BigDecimal amount = item.number("amount");
    Fields discount = item.object("discount").orElseThrow();
    if (amount.signum() < 0 || item.has("number") || item.has("reference")) {
      throw new UnknownWord(item.where(), "discount of what is taken over, or owed to a supplier");
    }
    LocalDate until = discount.day("until");
    LocalDate day = until.minusDays(10);
    BigDecimal percent =
        discount
            .findNumber("percent")
            .orElseGet(
                () ->
                    discount
                        .number("amount")
                        .multiply(HUNDRED)
                        .divide(amount, DIGITS, RoundingMode.HALF_UP));
    discount.refuseUnread();
    item.find("due");
    String service = "SERVICE-" + item.text("ref");
    books.post("items", Map.of("code", service, "name", service, "kind", "service"));
    books.post(
        "tax/codes",
        Map.of(
            "code",
            "NONE-" + item.text("ref"),
            "name",
            "No tax",
            "category",
            "zero-rated",
            "rates",
            List.of(
                Map.of("component", 1, "validFrom", "2000-01-01", "basis", "percent", "rate", 0))));
    JsonNode made =
        books.post(
            "sales/invoices",
            Map.of(
                "customer",
                party,
                "occurredAt",
                day + "T08:00:00Z",
                "lines",
                List.of(
                    Map.of(
                        "item",
                        service,
                        "quantity",
                        1,
                        "unitPrice",
                        amount,
                        "taxCode",
                        "NONE-" + item.text("ref"))),
                "earlyPayment",
                Map.of("percent", percent, "days", 10, "mode", "included")));
    String number = made.path("number").asText();
    refs.put("invoice " + number, item.text("ref"));
    numbered.put(item.text("ref"), number);
  }

  /** A text with the numbers that the core gave in the place of references. */
  String asNumbered(String text) {
    String told = text;
    for (Map.Entry<String, String> each : numbered.entrySet()) {
      told =
          told.replaceAll(
              "\\b" + Pattern.quote(each.getKey()) + "\\b",
              Matcher.quoteReplacement(each.getValue()));
    }
    return told;
  }

  /** How the case calls an open item of the core. */
  String ref(String item) {
    return refs.getOrDefault(item, item);
  }

  /** What is open of each now. */
  Map<String, BigDecimal> openNow() {
    Map<String, BigDecimal> open = new LinkedHashMap<>();
    for (JsonNode row : books.get("settlement/open-items?size=200").path("rows")) {
      String kind = row.path("kind").asText();
      if (!kind.equals("payment")) {
        open.put(
            ref(kind + " " + row.path("number").asText()), row.path("openAmount").decimalValue());
      }
    }
    return open;
  }
}
