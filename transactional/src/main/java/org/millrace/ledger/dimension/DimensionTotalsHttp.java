package org.millrace.ledger.dimension;

import java.util.Map;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what stands on the accounts by month and value of a dimension. */
@RestController
@RequiresPermission("ledger.read")
@RequestMapping("/api/companies/{company}/ledger/dimension-totals")
class DimensionTotalsHttp {
  private static final String TOTALS =
      """
      select l.account || ':' || d.dimension || ':' || d.value || ':' || to_char(d.month, 'YYYY-MM')
          as id,
        d.month, l.account, max(l.account_name) as account_name, d.dimension, d.value,
        max(v.label) as label, sum(l.debit) as debit, sum(l.credit) as credit,
        sum(l.debit - l.credit) as balance, max(e.currency) as currency
      from ledger.entry e
      join ledger.journal_line l on l.company = e.company and l.entry = e.number
      cross join lateral (
        select split_part(named, '=', 1) as dimension, split_part(named, '=', 2) as value,
          date_trunc('month', e.posting_date)::date as month
        from string_to_table(l.dimensions, ';') as named) d
      left join dimension.dimension_value v
        on v.company = e.company and v.dimension = d.dimension and v.value = d.value
      where e.company = ? and l.dimensions is not null
      group by d.month, l.account, d.dimension, d.value
      """;

  private final RowLists lists;
  private final Companies companies;

  DimensionTotalsHttp(RowLists lists, Companies companies) {
    this.lists = lists;
    this.companies = companies;
  }

  @GetMapping
  @ListOf(DimensionTotal.class)
  ListAnswer<DimensionTotal> all(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return page(companies.named(company), ListRequest.of(query));
  }

  @GetMapping("/{id}")
  DimensionTotal one(@PathVariable CompanyCode company, @PathVariable String id) {
    return page(companies.named(company), ListRequest.having(Map.of("id", id)))
        .first()
        .orElseThrow(
            () ->
                Refused.notFound("Nothing stands on '%s'. Look it up in the list.".formatted(id)));
  }

  private ListAnswer<DimensionTotal> page(Company company, ListRequest request) {
    return lists.page(DimensionTotal.class, Rows.of(company.code(), TOTALS), request);
  }
}
