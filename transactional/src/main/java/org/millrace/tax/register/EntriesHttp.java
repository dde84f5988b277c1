package org.millrace.tax.register;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists what documents made due, from which returns are drawn. */
@RestController("taxEntriesHttp")
class EntriesHttp {
  private static final String ENTRIES = "select * from tax.entry where company = ?";

  private final Companies companies;
  private final RowLists lists;

  EntriesHttp(Companies companies, RowLists lists) {
    this.companies = companies;
    this.lists = lists;
  }

  /** A tax that a document made due, and the return that holds it. */
  @Listed(
      searched = {"documentNumber", "code"},
      sorted = "-id",
      key = "id")
  record Row(
      long id,
      LocalDate entryDate,
      String documentDomain,
      String documentType,
      String documentNumber,
      TaxEntry.Side side,
      TaxCodeName code,
      TaxCategory category,
      Money baseAmount,
      Money taxAmount,
      Currency currency,
      Optional<String> returnNumber) {}

  @GetMapping("/api/companies/{company}/tax/entries")
  @ListOf(Row.class)
  @RequiresPermission("tax.read")
  ListAnswer<Row> entries(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return lists.page(Row.class, Rows.of(company, ENTRIES), ListRequest.of(query));
  }
}
