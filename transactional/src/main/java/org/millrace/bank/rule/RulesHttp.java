package org.millrace.bank.rule;

import java.time.Instant;
import java.util.Optional;
import org.millrace.bank.BankRule;
import org.millrace.bank.RuleNumber;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("bankRulesHttp")
@RequiresPermission("bank.read")
@RequestMapping("/api/companies/{company}/bank/rules")
class RulesHttp extends DocumentEndpoints<BankRule, RuleNumber> {
  private final KeepRules keep;
  private final Companies companies;
  private final BusinessTime time;

  RulesHttp(
      Documents<BankRule> rules,
      DocumentHistory history,
      KeepRules keep,
      Companies companies,
      BusinessTime time) {
    super(rules, history);
    this.keep = keep;
    this.companies = companies;
    this.time = time;
  }

  /** Lines with this text are of a partner, or go to an account with the tax of a code inside. */
  record NewRule(
      String text,
      Optional<PartyCode> party,
      Optional<String> account,
      Optional<String> taxCode,
      Optional<Instant> occurredAt) {}

  record Happening(Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("bank.statement")
  ResponseEntity<DocumentAnswer<BankRule>> make(
      @PathVariable CompanyCode company, @RequestBody NewRule asked) {
    Instant moment = time.occurredAt(asked.occurredAt());
    return created(
        keep.learn(
            company,
            new KeepRules.Meaning(asked.text(), asked.party(), asked.account(), asked.taxCode()),
            companies.dayOf(company, moment),
            moment));
  }

  @PostMapping("/{number}/retire")
  @RequiresPermission("bank.statement")
  ResponseEntity<DocumentAnswer<BankRule>> retire(
      Versioned<BankRule> rule, @RequestBody Happening happening) {
    return ok(keep.retire(rule, time.occurredAt(happening.occurredAt())));
  }
}
