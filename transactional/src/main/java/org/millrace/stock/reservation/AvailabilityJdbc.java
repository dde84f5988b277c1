package org.millrace.stock.reservation;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.springframework.stereotype.Component;

/** The same shares as {@link Claims} hands out, over all items, a page at a time. */
@Component
class AvailabilityJdbc {
  private static final String AVAILABILITY =
      """
      with claimed as (
        select item, location, coalesce(sum(-quantity) filter (where quantity < 0), 0) wanted,
          coalesce(sum(quantity) filter (where quantity > 0), 0) on_order
        from stock.claim where company = ? and quantity <> 0 group by item, location),
      there as (
        select item, location, on_hand from stock.balance where company = ?),
      sums as (
        select item, location, coalesce(on_hand, 0) on_hand, coalesce(wanted, 0) wanted,
          coalesce(on_order, 0) on_order,
          least(greatest(coalesce(on_hand, 0), 0), coalesce(wanted, 0)) reserved
        from there full join claimed using (item, location))
      select *, wanted - reserved waiting, on_hand - reserved available from sums
      """;
  private static final String RESERVATIONS =
      """
      with wanting as (
        select c.*, -quantity wanted, greatest(coalesce(on_hand, 0), 0) there,
          coalesce(sum(-quantity) over (partition by c.item, c.location
            order by wanted_on nulls first, precedence, turn
            rows between unbounded preceding and 1 preceding), 0) before
        from stock.claim c left join stock.balance using (company, item, location)
        where company = ? and quantity < 0)
      select *, greatest(least(wanted, there - before), 0) reserved from wanting
      """;

  private final RowLists lists;

  AvailabilityJdbc(RowLists lists) {
    this.lists = lists;
  }

  /** What a document wants of an item, and what of it is reserved. */
  @Listed(
      searched = {"item", "document.number"},
      sorted = "item,location",
      key = {"wanted_on nulls first", "precedence", "turn"})
  record Reserved(
      DocumentRef document,
      ItemCode item,
      LocationCode location,
      Optional<LocalDate> wantedOn,
      DispatchPriority priority,
      Quantity wanted,
      Quantity reserved) {}

  ListAnswer<Availability> availability(CompanyCode company, ListRequest request) {
    return lists.page(Availability.class, Rows.of(company, AVAILABILITY, company.value()), request);
  }

  ListAnswer<Reserved> reservations(CompanyCode company, ListRequest request) {
    return lists.page(Reserved.class, Rows.of(company, RESERVATIONS), request);
  }
}
