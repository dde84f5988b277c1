package org.millrace.settlement.revaluation;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.party.Company;
import org.millrace.settlement.Revaluation;
import org.millrace.settlement.UnrevaluedItems;

/** Leaves out of the foreign items of a day what its revaluations name. */
final class ItemsToRevalue implements UnrevaluedItems {
  private final ForeignItems items;

  ItemsToRevalue(ForeignItems items) {
    this.items = items;
  }

  private record About(Revaluation.Kind kind, String item, Currency currency) {}

  @Override
  public List<Item> at(Company company, LocalDate day) {
    Set<About> booked =
        items.booked(company.code(), company.currency(), day).stream()
            .map(each -> new About(each.kind(), each.item(), each.currency()))
            .collect(Collectors.toSet());
    return items.at(company.code(), company.currency(), day).stream()
        .filter(each -> !booked.contains(new About(each.kind(), each.item(), each.currency())))
        .map(each -> new Item(each.kind(), each.item()))
        .distinct()
        .toList();
  }
}
