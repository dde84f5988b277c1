package org.millrace.sourcing.requisition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("sourcing.read")
@RequestMapping("/api/companies/{company}/sourcing/items-to-reorder")
class ItemsToReorderHttp {
  private final RequestReorder reorder;
  private final RowLists lists;
  private final Companies companies;
  private final BusinessTime time;

  ItemsToReorderHttp(
      RequestReorder reorder, RowLists lists, Companies companies, BusinessTime time) {
    this.reorder = reorder;
    this.lists = lists;
    this.companies = companies;
    this.time = time;
  }

  /** How many, by when and where, instead of what is usual. */
  record Requesting(
      Optional<Quantity> quantity,
      Optional<LocalDate> wantedDate,
      Optional<LocationCode> location,
      Optional<Instant> occurredAt) {
    RequestReorder.Wanted wanted() {
      return new RequestReorder.Wanted(quantity, wantedDate, location);
    }
  }

  /** The items below their minimum. */
  @GetMapping
  @ListOf(ItemToReorder.class)
  ListAnswer<ItemToReorder> all(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return lists.page(
        ItemToReorder.class, Rows.of(company, ReorderRows.MISSING), ListRequest.of(query));
  }

  /** One item that is kept at a minimum, also when nothing of it is missing. */
  @GetMapping("/{item}")
  ItemToReorder one(@PathVariable CompanyCode company, @PathVariable ItemCode item) {
    return reorder.named(company, item);
  }

  /** Makes a requisition of what is missing, once: what is requested is missing no more. */
  @PostMapping("/{item}/request")
  @RequiresPermission("sourcing.request")
  ItemToReorder request(
      @PathVariable CompanyCode company,
      @PathVariable ItemCode item,
      @RequestBody Requesting requesting) {
    reorder.request(company, item, requesting.wanted(), time.occurredAt(requesting.occurredAt()));
    return reorder.named(company, item);
  }
}
