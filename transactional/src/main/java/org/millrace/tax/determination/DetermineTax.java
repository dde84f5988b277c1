package org.millrace.tax.determination;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.shared.CompanyCode;

/** Looks up party, items and rules; a company without rules is asked for nothing else. */
final class DetermineTax implements TaxDetermination {
  private static final Comparator<TaxRule> ORDER =
      Comparator.comparingInt(TaxRule::rank).thenComparing(rule -> rule.code().value());

  private final Documents<TaxRule> rules;
  private final Parties parties;
  private final Items items;

  DetermineTax(Documents<TaxRule> rules, Parties parties, Items items) {
    this.rules = rules;
    this.parties = parties;
    this.items = items;
  }

  @Override
  public List<Optional<Determined>> of(CompanyCode company, Deal deal, List<ItemCode> wanted) {
    List<TaxRule> declared =
        wanted.isEmpty()
            ? List.of()
            : rules.having(company, Map.of()).stream()
                .map(Versioned::document)
                .filter(rule -> rule.side() == deal.side())
                .sorted(ORDER)
                .toList();
    Optional<Party> party =
        declared.isEmpty()
            ? Optional.empty()
            : parties.named(company, List.of(deal.party())).values().stream().findFirst();
    if (party.isEmpty()) {
      return wanted.stream().map(item -> Optional.<Determined>empty()).toList();
    }
    Map<ItemCode, Item> known = items.named(company, wanted);
    return wanted.stream()
        .map(
            code ->
                Optional.ofNullable(known.get(code))
                    .flatMap(item -> first(declared, line(deal, party.get(), item))))
        .toList();
  }

  private static TaxRule.Line line(Deal deal, Party party, Item item) {
    return new TaxRule.Line(
        deal.side(),
        deal.day(),
        party.country(),
        party.region(),
        party.taxNumbers().isEmpty() ? TaxRule.TaxNumber.ABSENT : TaxRule.TaxNumber.PRESENT,
        item.code(),
        item.group());
  }

  private static Optional<Determined> first(List<TaxRule> declared, TaxRule.Line line) {
    return declared.stream()
        .filter(rule -> rule.fits(line))
        .findFirst()
        .map(rule -> new Determined(rule.taxCode(), rule.code()));
  }
}
