package org.millrace.sales.rebate;

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

@RestController
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/rebate-documents")
class RebateDocumentsHttp {
  private static final String DOCUMENTS =
      """
      select t.agreement || '-' || t.document as id, t.agreement, t.document, t.kind,
        t.invoice_date, t.credits, t.counted_date, sum(t.turnover) as turnover, t.currency,
        a.status = 'settled' and s.document is null as late
      from sales.rebate_turnover t
      join sales.rebate_agreement a on a.company = t.company and a.number = t.agreement
      left join sales.rebate_settled s on s.company = t.company and s.agreement = t.agreement
        and s.document = t.document
      where t.company = ?
      group by t.agreement, t.document, t.kind, t.invoice_date, t.credits, t.counted_date,
        t.currency, a.status, s.document
      """;

  private final Companies companies;
  private final RowLists lists;

  RebateDocumentsHttp(Companies companies, RowLists lists) {
    this.companies = companies;
    this.lists = lists;
  }

  /** The invoices and credit notes behind what agreements earn. */
  @GetMapping
  @ListOf(RebateDocument.class)
  ListAnswer<RebateDocument> documents(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return lists.page(RebateDocument.class, Rows.of(company, DOCUMENTS), ListRequest.of(query));
  }

  /** One of them. */
  @GetMapping("/{id}")
  RebateDocument one(@PathVariable CompanyCode company, @PathVariable String id) {
    companies.named(company);
    return lists
        .one(RebateDocument.class, Rows.of(company, DOCUMENTS), Map.of("id", id))
        .orElseThrow(
            () ->
                Refused.notFound(
                    "No rebate agreement counts a document %s. Look it up in the list."
                        .formatted(id)));
  }
}
