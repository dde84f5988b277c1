package org.millrace.tax.determination;

import java.time.Instant;
import java.util.List;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Items;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.tax.Taxes;

/** Adds rules of tax determination and changes them; documents keep the codes they have. */
final class KeepTaxRules {
  private final Documents<TaxRule> rules;
  private final Taxes taxes;
  private final Items items;

  KeepTaxRules(Documents<TaxRule> rules, Taxes taxes, Items items) {
    this.rules = rules;
    this.taxes = taxes;
    this.items = items;
  }

  Versioned<TaxRule> add(CompanyCode company, TaxRule rule, Instant occurredAt) {
    requireKnown(company, rule);
    return rules.make(company, rule, occurredAt, TaxRuleAdded::new);
  }

  Versioned<TaxRule> change(Versioned<TaxRule> before, TaxRule after, Instant occurredAt) {
    requireKnown(before.company(), after);
    return rules.change(before, after, occurredAt, TaxRuleChanged::new);
  }

  private void requireKnown(CompanyCode company, TaxRule rule) {
    Problems problems = new Problems();
    problems.require(
        taxes.rules(company, List.of(rule.taxCode())).codes().containsKey(rule.taxCode()),
        "taxCode",
        rule.taxCode(),
        "a tax code of the company");
    rule.item()
        .ifPresent(
            item ->
                problems.require(
                    items.named(company, List.of(item)).containsKey(item),
                    "item",
                    item,
                    "a registered item"));
    problems.refuse("The tax rule " + rule.code() + " cannot be used");
  }
}
