package org.millrace.stock.movement;

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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lots that lie somewhere, those that expire first before the others. */
@RestController
@RequiresPermission("stock.read")
@RequestMapping("/api/companies/{company}/stock/lots")
class LotsHttp {
  private static final String PLACES =
      """
      with asked as (select ?::text as whose, ?::date as today),
      lying as (
        select m.company, m.item, m.lot, m.location, sum(m.quantity) as on_hand
        from stock.movement m, asked
        where m.company = asked.whose and m.lot is not null
        group by m.company, m.item, m.lot, m.location having sum(m.quantity) <> 0)
      select left(md5(concat_ws('|', lying.item, lying.lot, lying.location)), 16) as place,
        lying.item, lying.lot, lying.location, lying.on_hand,
        round(case when b.on_hand <> 0 then b.value_amount * lying.on_hand / b.on_hand
          else lying.on_hand * v.average_cost end, 2) as value,
        e.expires_on, e.expires_on - asked.today as days_left
      from lying
      cross join asked
      join stock.valuation v using (company, item)
      left join stock.lot_balance b using (company, item, lot)
      left join stock.lot_expiry e using (company, item, lot)
      """;

  private final RowLists lists;
  private final Companies companies;
  private final BusinessTime time;

  LotsHttp(RowLists lists, Companies companies, BusinessTime time) {
    this.lists = lists;
    this.companies = companies;
    this.time = time;
  }

  /** One lot at one location, as it is now. */
  @GetMapping("/{place}")
  LotPlace one(@PathVariable CompanyCode company, @PathVariable String place) {
    return page(company, ListRequest.having(Map.of("place", place)))
        .first()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "Nothing lies at place %s of a lot in company %s. Look it up in the list."
                        .formatted(place, company)));
  }

  @GetMapping
  @ListOf(LotPlace.class)
  ListAnswer<LotPlace> places(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return page(company, ListRequest.of(query));
  }

  private ListAnswer<LotPlace> page(CompanyCode code, ListRequest request) {
    Company company = companies.named(code);
    Rows all = Rows.of(code, PLACES, company.dayOf(time.occurredAt(Optional.empty())));
    return lists.page(LotPlace.class, all.in(company.currency()), request);
  }
}
