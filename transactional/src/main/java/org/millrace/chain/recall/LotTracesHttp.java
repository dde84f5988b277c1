package org.millrace.chain.recall;

import java.util.Map;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recall: what became of a lot, and of which lots a delivery is. */
@RestController
@RequiresPermission("stock.read")
@RequestMapping("/api/companies/{company}/stock/lot-traces")
class LotTracesHttp {
  /**
   * Steps of production go from each lot that a document of production took in to each that it
   * made. A lot that is known of no receipt still has its way from there on.
   */
  private static final String TRACES =
      """
      with recursive asked as (select ?::text as company),
      moved as (
        select m.* from stock.movement m, asked
        where m.company = asked.company and m.lot is not null and m.quantity <> 0),
      made as (
        select distinct taken.item, taken.lot, came.item as made_item, came.lot as made_lot
        from moved taken
        join moved came on came.document_domain = 'production'
          and came.document_type = taken.document_type
          and came.document_number = taken.document_number
          and (came.reason = 'completion' or came.document_type = 'disassembly')
        where taken.document_domain = 'production' and taken.quantity < 0 and came.quantity > 0),
      way as (
        select distinct item, lot, item as final_item, lot as final_lot from moved
        union
        select way.item, way.lot, made.made_item, made.made_lot
        from way join made on made.item = way.final_item and made.lot = way.final_lot),
      origin as (
        select distinct m.item, m.lot, r.supplier,
          m.document_domain || '/' || m.document_type as receipt_kind,
          m.document_number as receipt, m.occurred_at as received_at
        from moved m
        left join purchasing.receipt r on r.company = m.company
          and m.document_domain = 'purchasing' and r.number = m.document_number
        where m.quantity > 0 and m.back_of_number is null
          and m.reason in ('receipt', 'completion', 'opening', 'adjustment')),
      back as (
        select item, lot, back_of_domain, back_of_type, back_of_number, sum(quantity) as quantity
        from moved where back_of_domain = 'sales' and quantity > 0
        group by item, lot, back_of_domain, back_of_type, back_of_number),
      place as (
        select m.item, m.lot, m.document_domain || '/' || m.document_type as document_kind,
          m.document_number as document, min(m.occurred_at) as moved_at,
          coalesce(d.customer, i.customer) as customer, -sum(m.quantity) as quantity,
          coalesce(min(b.quantity), 0) as returned_quantity
        from moved m
        left join sales.delivered d on d.company = m.company
          and m.document_type = 'delivery' and d.number = m.document_number
        left join sales.invoice i on i.company = m.company
          and m.document_type in ('invoice', 'credit-note') and i.number = m.document_number
        left join back b on b.item = m.item and b.lot = m.lot
          and b.back_of_domain = m.document_domain and b.back_of_type = m.document_type
          and b.back_of_number = m.document_number
        where m.document_domain = 'sales' and m.back_of_number is null
        group by m.item, m.lot, m.document_domain, m.document_type, m.document_number, d.customer,
          i.customer
        union all
        select m.item, m.lot, 'stock/location', m.location, null, null, sum(m.quantity), 0
        from moved m group by m.item, m.lot, m.location having sum(m.quantity) <> 0)
      select left(md5(concat_ws('|', way.item, way.lot, origin.receipt_kind, origin.receipt,
          way.final_item, way.final_lot, place.document_kind, place.document)), 16) as trace,
        way.item, way.lot, origin.supplier, origin.receipt_kind, origin.receipt,
        origin.received_at, way.final_item, way.final_lot, place.document_kind, place.document,
        place.moved_at, place.customer, place.quantity - place.returned_quantity as quantity,
        place.returned_quantity
      from way
      join place on place.item = way.final_item and place.lot = way.final_lot
      left join origin on origin.item = way.item and origin.lot = way.lot
      """;

  private final RowLists lists;
  private final Companies companies;

  LotTracesHttp(RowLists lists, Companies companies) {
    this.lists = lists;
    this.companies = companies;
  }

  /** One trace, as it is now. */
  @GetMapping("/{trace}")
  LotTrace one(@PathVariable CompanyCode company, @PathVariable String trace) {
    ListRequest request = ListRequest.having(Map.of("trace", trace));
    return page(company, request)
        .first()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no trace %s of a lot in company %s. Look it up in the list."
                        .formatted(trace, company)));
  }

  @GetMapping
  @ListOf(LotTrace.class)
  ListAnswer<LotTrace> traces(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return page(company, ListRequest.of(query));
  }

  private ListAnswer<LotTrace> page(CompanyCode company, ListRequest request) {
    companies.named(company);
    return lists.page(LotTrace.class, Rows.of(company, TRACES), request);
  }
}
