package org.millrace.scenario.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.scenario.Books;
import org.millrace.scenario.Fields;

/** The bank account of a case with what it tolerates, and the rules that are given. */
final class BankTerms {
  private static final String FEES = "6700";

  private final Books books;

  BankTerms(Books books) {
    this.books = books;
  }

  void set(Fields given) {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("code", "MAIN");
    account.put("name", "Main account");
    account.put("accountNumber", "1");
    given
        .findNumber("tolerancePercent")
        .ifPresent(percent -> account.put("tolerancePercent", percent));
    given
        .object("feeRule")
        .ifPresent(
            rule -> {
              account.put("feeUpTo", rule.number("upTo"));
              rule.refuseUnread();
            });
    books.post("bank/accounts", account);
    given.objects("rules").forEach(this::rule);
  }

  private void rule(Fields rule) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("text", rule.text("textContains"));
    String account = rule.text("account");
    asked.put("account", account.matches("\\d+") ? account : FEES);
    rule.findNumber("taxIncluded").ifPresent(percent -> asked.put("taxCode", taxCode(percent)));
    rule.refuseUnread();
    asked.put("occurredAt", "2010-01-01T08:00:00Z");
    books.post("bank/rules", asked);
  }

  private String taxCode(BigDecimal percent) {
    String code = "T" + percent.toPlainString().replace('.', '-');
    JsonNode made =
        books.post(
            "tax/codes",
            Map.of(
                "code",
                code,
                "name",
                code,
                "rates",
                List.of(
                    Map.of(
                        "component",
                        1,
                        "validFrom",
                        "2000-01-01",
                        "basis",
                        "percent",
                        "rate",
                        percent))));
    return made.path("code").asText();
  }
}
