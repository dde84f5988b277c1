package org.millrace.sourcing.requisition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Acting;
import org.millrace.party.Companies;
import org.millrace.planning.Source;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.LocationCode;
import org.millrace.supply.DefaultTerms;

/** Makes requisitions of items that fell below their minimum, each once. */
final class RequestReorder {
  private final RowLists lists;
  private final Companies companies;
  private final Documents<Item> items;
  private final DefaultTerms terms;
  private final MakeRequisition make;

  RequestReorder(
      RowLists lists,
      Companies companies,
      Documents<Item> items,
      DefaultTerms terms,
      MakeRequisition make) {
    this.lists = lists;
    this.companies = companies;
    this.items = items;
    this.terms = terms;
    this.make = make;
  }

  /** What holds where the caller says nothing: what is missing, in lots, by its lead time. */
  record Wanted(
      Optional<Quantity> quantity,
      Optional<LocalDate> wantedDate,
      Optional<LocationCode> location) {}

  /**
   * Requests what is missing of an item; whoever asks for the same one waits.
   *
   * @throws Refused as not found when it has no minimum, as conflict when nothing of it is missing
   *     or it is made
   */
  void request(CompanyCode company, ItemCode item, Wanted wanted, Instant occurredAt) {
    List<?> unused = items.lock(company, List.of(item));
    ItemToReorder kept = named(company, item);
    if (!kept.missingQuantity().isPositive()) {
      throw Refused.conflict(
          ("Nothing of %s is to be reordered: its minimum is there, expected or requested."
                  + " Look at %s.")
              .formatted(
                  item, kept.requisition().map(r -> "requisition " + r).orElse("its open orders")));
    }
    if (kept.source() == Source.MAKE) {
      throw Refused.conflict(
          "%s is made, not bought. Release a work order for it.".formatted(item));
    }
    LocalDate today = companies.dayOf(company, occurredAt);
    MakeRequisition.WantedLine line =
        new MakeRequisition.WantedLine(
            item,
            wanted.quantity().orElseGet(() -> terms.ordered(company, item, kept.missingQuantity())),
            wanted.wantedDate().orElseGet(() -> terms.readyOn(company, item, today).orElse(today)));
    make.make(
        company,
        new MakeRequisition.Wanted(
            Acting.actor(), wanted.location(), Optional.empty(), List.of(line)),
        occurredAt);
  }

  /** One item with a minimum. */
  ItemToReorder named(CompanyCode company, ItemCode item) {
    return lists
        .one(ItemToReorder.class, Rows.of(company, ReorderRows.KEPT), Map.of("item", item.value()))
        .orElseThrow(
            () ->
                Refused.notFound(
                    "No minimum stock is kept of %s. Set the safety stock of its policy."
                        .formatted(item)));
  }
}
