package org.millrace.sales.quotation;

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

@RestController("quotationDifferencesHttp")
@RequestMapping("/api/companies/{company}/sales/quotation-differences")
class DifferencesHttp {
  private static final String DIFFERENCES =
      """
      with revised as (
        select q.company, q.number, q.revision_replaces as replaces,
          coalesce(b.foreign_currency, b.currency) as currency_before,
          coalesce(q.foreign_currency, q.currency) as currency
        from sales.quotation q
        join sales.quotation b on b.company = q.company and b.number = q.revision_replaces
        where q.company = ?),
      line as (
        select r.number as quotation, l.number = r.number as is_new, l.line, l.item, l.item_name,
          l.quantity, coalesce(l.foreign_unit_price, l.unit_price) as unit_price,
          coalesce(l.foreign_net_amount, l.net_amount) as net_amount,
          row_number() over (partition by r.number, l.number, l.item order by l.line) as nth
        from revised r
        join sales.quotation_line l
          on l.company = r.company and l.number in (r.number, r.replaces)),
      pair as (
        select coalesce(n.quotation, o.quotation) as quotation, n.line,
          coalesce(n.line::text, 'x' || o.line) as key,
          coalesce(n.item, o.item) as item, coalesce(n.item_name, o.item_name) as item_name,
          o.quantity as quantity_before, n.quantity, o.unit_price as unit_price_before,
          n.unit_price, o.net_amount as net_amount_before, n.net_amount
        from (select * from line where is_new) n
        full outer join (select * from line where not is_new) o
          on o.quotation = n.quotation and o.item = n.item and o.nth = n.nth)
      select p.quotation || '-' || p.key as id, p.quotation, r.replaces,
        case when p.quantity_before is null then 'added'
          when p.quantity is null then 'removed'
          when p.quantity = p.quantity_before and p.unit_price = p.unit_price_before
            and p.net_amount = p.net_amount_before and r.currency = r.currency_before then 'same'
          else 'changed' end as difference,
        p.line, p.item, p.item_name, p.quantity_before, p.quantity, p.unit_price_before,
        p.unit_price, p.net_amount_before, p.net_amount, r.currency_before, r.currency
      from pair p
      join revised r on r.number = p.quotation
      """;

  private final Companies companies;
  private final RowLists lists;

  DifferencesHttp(Companies companies, RowLists lists) {
    this.companies = companies;
    this.lists = lists;
  }

  /** What each version of a quotation changed in the one that it replaced, by line. */
  @GetMapping
  @RequiresPermission("sales.read")
  @ListOf(LineDifference.class)
  ListAnswer<LineDifference> differences(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return lists.page(LineDifference.class, Rows.of(company, DIFFERENCES), ListRequest.of(query));
  }

  /** One line. */
  @GetMapping("/{id}")
  @RequiresPermission("sales.read")
  LineDifference one(@PathVariable CompanyCode company, @PathVariable String id) {
    companies.named(company);
    return lists
        .one(LineDifference.class, Rows.of(company, DIFFERENCES), Map.of("id", id))
        .orElseThrow(
            () ->
                Refused.notFound(
                    ("No quotation has a line %s that could be compared. Look it up in the list of"
                            + " differences.")
                        .formatted(id)));
  }
}
