package org.millrace.purchasing.confirmation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/purchasing/overdue-receipts")
class OverdueHttp {
  private static final String AS_OF = "asOf";

  private static final String OVERDUE =
      """
      with asked as (select ?::text as company, ?::date as day)
      select o.number || '-' || l.line as id, o.number as order_number, l.line,
        o.supplier, o.supplier_name, l.item, l.item_name,
        o.promised_date as first_promised,
        coalesce(l.promised_date, o.promised_date) as promised_date,
        a.day - coalesce(l.promised_date, o.promised_date) as days_late,
        l.quantity - l.received_quantity as open_quantity,
        l.promised_quantity as confirmed_quantity,
        round((l.quantity - l.received_quantity) * l.unit_price, 2) as open_amount, o.currency
      from asked a
      join purchasing.purchase_order o on o.company = a.company and o.status = 'open'
      join purchasing.order_line l on l.company = o.company and l.order_number = o.number
      where l.quantity > l.received_quantity
        and coalesce(l.promised_date, o.promised_date) < a.day
      """;

  private final Companies companies;
  private final RowLists lists;
  private final BusinessTime time;

  OverdueHttp(Companies companies, RowLists lists, BusinessTime time) {
    this.companies = companies;
    this.lists = lists;
    this.time = time;
  }

  /** What should have come by that day, today when none is named, and has not come until now. */
  @GetMapping
  @RequiresPermission("purchasing.read")
  @ListOf(OverdueReceipt.class)
  ListAnswer<OverdueReceipt> overdue(
      @PathVariable CompanyCode company,
      @RequestParam Optional<LocalDate> asOf,
      @RequestParam MultiValueMap<String, String> query) {
    Company books = companies.named(company);
    MultiValueMap<String, String> narrowed = new LinkedMultiValueMap<>(query);
    narrowed.remove(AS_OF);
    LocalDate day = asOf.orElseGet(() -> books.dayOf(time.occurredAt(Optional.empty())));
    return lists.page(
        OverdueReceipt.class, Rows.of(company, OVERDUE, day), ListRequest.of(narrowed));
  }

  /** One line that is late today. */
  @GetMapping("/{id}")
  @RequiresPermission("purchasing.read")
  OverdueReceipt one(@PathVariable CompanyCode company, @PathVariable String id) {
    LocalDate today = companies.dayOf(company, time.occurredAt(Optional.empty()));
    return lists
        .one(OverdueReceipt.class, Rows.of(company, OVERDUE, today), Map.of("id", id))
        .orElseThrow(
            () ->
                Refused.notFound(
                    "Line %s is not late. Look it up in the list of overdue receipts."
                        .formatted(id)));
  }
}
