package org.millrace.ledger.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** What a firm books is what its posting rules say, rule by rule and account by account. */
class DeclaredRulesTest {
  private static final int ACTS = 300;
  private static final Set<String> BY_HAND = Set.of("manual");

  private final TestingCore core = TestingCore.running();

  @Test
  void tellWhatAFirmBooks() {
    ActingFirm firm = ActingFirm.open(core, "EUR", new Random(11));
    for (int i = 0; i < ACTS; i++) {
      firm.act();
    }
    Map<String, Set<String>> declared = declared(firm.company());
    Map<String, Set<String>> booked = booked(firm.company());
    assertThat(booked).hasSizeGreaterThan(6);
    booked.keySet().removeAll(BY_HAND);
    assertThat(declared.keySet()).containsAll(booked.keySet());
    booked.forEach(
        (rule, accounts) -> {
          Set<String> told = declared.getOrDefault(rule, Set.of());
          if (!told.contains("")) {
            assertThat(told).as(rule).containsAll(accounts);
          }
        });
  }

  @Test
  void nameTheAccountsOfTheCompany() {
    String company = core.newCompany("EUR", "false").value();
    JsonNode line =
        core.get("/api/companies/" + company + "/ledger/posting-rules/invoice-revenue")
            .expecting(200)
            .json();
    assertThat(line.get("account").asString()).isEqualTo("4000");
    assertThat(line.get("accountName").asString()).isNotBlank();
    assertThat(line.get("side").asString()).isEqualTo("credit");
    assertThat(line.get("entryRule").asString()).isEqualTo("sales.invoice-posted");
    core.get("/api/companies/" + company + "/ledger/posting-rules/nothing").expecting(404);
  }

  private Map<String, Set<String>> declared(String company) {
    Map<String, Set<String>> rules = new HashMap<>();
    for (JsonNode row :
        core.get("/api/companies/" + company + "/ledger/posting-rules?size=200")
            .expecting(200)
            .json()
            .get("rows")) {
      rules
          .computeIfAbsent(row.get("entryRule").asString(), r -> new HashSet<>())
          .add(row.path("account").asString(""));
    }
    return rules;
  }

  private Map<String, Set<String>> booked(String company) {
    Map<String, Set<String>> rules = new HashMap<>();
    core.jdbc()
        .sql(
            "select distinct e.rule, l.account from ledger.entry e join ledger.line l"
                + " on l.company = e.company and l.entry = e.number where e.company = ?")
        .param(company)
        .query((row, n) -> Map.entry(row.getString("rule"), row.getString("account")))
        .list()
        .forEach(
            pair ->
                rules.computeIfAbsent(pair.getKey(), r -> new HashSet<>()).add(pair.getValue()));
    return rules;
  }
}
