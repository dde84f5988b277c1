package org.millrace.sourcing.request;

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
import org.millrace.shared.Money;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController("offerComparisonsHttp")
@RequestMapping("/api/companies/{company}/sourcing/comparisons")
class ComparisonsHttp {
  private static final String OFFERS =
      """
      with asked as (select ?::text as company, ?::date as day, ?::int as digits),
      offer as (
        select r.company, r.number, r.status, r.currency, coalesce(r.closed_on, a.day) as day,
          a.digits,
          l.line, l.item, l.item_name, l.quantity, l.wanted_date, l.awarded_to, l.order_number,
          s.line as place, s.supplier, s.supplier_name, s.answer_currency, s.answer_valid_until,
          o.unit_price, o.offered_price, o.lead_time_days,
          case when o.line is not null
            then greatest(l.quantity, coalesce(o.minimum_quantity, 0)) end as order_quantity
        from asked a
        join sourcing.request_for_quotation r on r.company = a.company
        join sourcing.request_line l on l.company = r.company and l.number = r.number
        join sourcing.request_supplier s on s.company = r.company and s.number = r.number
        left join sourcing.request_offer o on o.company = r.company and o.number = r.number
          and o.request_line = l.line and o.supplier = s.supplier),
      priced as (
        select *, round(order_quantity * unit_price, digits) as amount from offer),
      compared as (
        select *, min(amount) over by_line as cheapest,
          case when amount is not null then
            rank() over (partition by number, line order by amount nulls last) end as rank
        from priced
        window by_line as (partition by number, line))
      select number || '-' || lpad(line::text, 4, '0') || '-' || lpad(place::text, 3, '0') as id,
        number as request, status, line, item, item_name, quantity, wanted_date,
        supplier, supplier_name, offered_price,
        case when amount is not null then answer_currency end as offered_currency,
        unit_price, order_quantity, amount, amount - cheapest as above_cheapest, rank::int as rank,
        lead_time_days, day + lead_time_days as arrival_date,
        case when amount is null then 'not-offered'
          when day + lead_time_days <= wanted_date then 'in-time' else 'late' end as arrival,
        case when amount is not null then answer_valid_until end as valid_until,
        coalesce(awarded_to = supplier, false) as is_awarded,
        case when awarded_to = supplier then order_number end as order_number, currency
      from compared
      """;

  private final Companies companies;
  private final RowLists lists;
  private final BusinessTime time;

  ComparisonsHttp(Companies companies, RowLists lists, BusinessTime time) {
    this.companies = companies;
    this.lists = lists;
    this.time = time;
  }

  /** The offers of all who were asked, side by side for each line of a request. */
  @GetMapping
  @RequiresPermission("sourcing.read")
  @ListOf(ComparedOffer.class)
  ListAnswer<ComparedOffer> comparisons(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return lists.page(ComparedOffer.class, rows(company), ListRequest.of(query));
  }

  private Rows rows(CompanyCode company) {
    Company of = companies.named(company);
    LocalDate today = of.dayOf(time.occurredAt(Optional.empty()));
    return Rows.of(company, OFFERS, today, Money.digits(of.currency()));
  }

  /** One offer beside the others. */
  @GetMapping("/{id}")
  @RequiresPermission("sourcing.read")
  ComparedOffer one(@PathVariable CompanyCode company, @PathVariable String id) {
    ListRequest request = ListRequest.having(Map.of("id", id));
    return lists
        .page(ComparedOffer.class, rows(company), request)
        .first()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "No request for quotation has an offer %s. Look it up in the comparison."
                        .formatted(id)));
  }
}
