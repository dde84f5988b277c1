package org.millrace.bank.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.bank.BankRule;
import org.millrace.bank.BankRuleChanged;
import org.millrace.bank.RuleNumber;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Parties;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.Taxes;

/** Keeps rules for lines of banks, one for each text. */
public final class KeepRules {
  private final Documents<BankRule> rules;
  private final Parties parties;
  private final Taxes taxes;

  KeepRules(Documents<BankRule> rules, Parties parties, Taxes taxes) {
    this.rules = rules;
    this.parties = parties;
    this.taxes = taxes;
  }

  /** What lines with a text mean. */
  public record Meaning(
      String text, Optional<PartyCode> party, Optional<String> account, Optional<String> taxCode) {}

  /** All that count. */
  public List<BankRule> active(CompanyCode company) {
    return rules.having(company, Map.of("status", "active")).stream()
        .map(Versioned::document)
        .toList();
  }

  /** Makes a rule, or changes the one with that text. */
  public Versioned<BankRule> learn(
      CompanyCode company, Meaning meaning, LocalDate day, Instant occurredAt) {
    Problems problems = new Problems();
    meaning
        .party()
        .ifPresent(
            party ->
                problems.require(
                    !parties.named(company, List.of(party)).isEmpty(),
                    "party",
                    party,
                    "a registered partner"));
    meaning
        .taxCode()
        .map(TaxCodeName::new)
        .ifPresent(
            code ->
                taxes
                    .rules(company, List.of(code))
                    .require(Optional.of(code), day, "taxCode", problems));
    problems.refuse("The rule cannot be used");
    Optional<Versioned<BankRule>> same =
        rules.having(company, Map.of("status", "active")).stream()
            .filter(rule -> rule.document().text().equalsIgnoreCase(meaning.text().strip()))
            .findFirst();
    RuleNumber number =
        same.map(rule -> rule.document().number())
            .orElseGet(() -> new RuleNumber(rules.nextNumber(company, day)));
    BankRule wanted =
        new BankRule(
            number,
            BankRule.Status.ACTIVE,
            meaning.text(),
            meaning.party(),
            meaning.account(),
            meaning.taxCode(),
            1,
            day);
    return same.map(
            rule ->
                rules.change(
                    rule, rule.document().learnedAgain(wanted), occurredAt, BankRuleChanged::new))
        .orElseGet(() -> rules.make(company, wanted, occurredAt, BankRuleChanged::new));
  }

  Versioned<BankRule> retire(Versioned<BankRule> before, Instant occurredAt) {
    return rules.change(before, before.document().retired(), occurredAt, BankRuleChanged::new);
  }
}
