package org.millrace.price.list;

import java.time.Instant;
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
import org.millrace.party.Role;
import org.millrace.price.PriceList;
import org.millrace.price.PriceListChanged;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/** Adds price lists of registered items and partners, and changes them. */
final class KeepPriceLists {
  private final Documents<PriceList> lists;
  private final Parties parties;
  private final Items items;

  KeepPriceLists(Documents<PriceList> lists, Parties parties, Items items) {
    this.lists = lists;
    this.parties = parties;
    this.items = items;
  }

  Versioned<PriceList> add(CompanyCode company, PriceList list, Instant occurredAt) {
    requireKnown(company, list);
    return lists.make(company, list, occurredAt, PriceListChanged::new);
  }

  Versioned<PriceList> change(Versioned<PriceList> before, PriceList after, Instant occurredAt) {
    requireKnown(before.company(), after);
    return lists.change(before, after, occurredAt, PriceListChanged::new);
  }

  private void requireKnown(CompanyCode company, PriceList list) {
    boolean sells = list.side() == PriceList.Side.SALES;
    Role role = sells ? Role.CUSTOMER : Role.SUPPLIER;
    Problems problems = new Problems();
    list.party()
        .ifPresent(
            code -> {
              Optional<Party> known =
                  parties.named(company, List.of(code)).values().stream().findFirst();
              problems.require(
                  known.filter(party -> party.actsAs(role)).isPresent(),
                  "party",
                  code,
                  sells ? "a party with the role customer" : "a party with the role supplier");
            });
    Map<ItemCode, Item> known =
        items.named(company, list.rules().stream().map(PriceList.Rule::item).toList());
    for (int i = 0; i < list.rules().size(); i++) {
      ItemCode item = list.rules().get(i).item();
      problems.require(
          known.containsKey(item), "rules." + (i + 1) + ".item", item, "a registered item");
    }
    problems.refuse("The price list " + list.code() + " cannot be used");
  }
}
