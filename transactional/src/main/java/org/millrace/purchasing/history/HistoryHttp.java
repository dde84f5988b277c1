package org.millrace.purchasing.history;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
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

/** Prices and lead times of suppliers; a price is seen by who may see costs. */
@RestController("purchasingHistoryHttp")
@RequiresPermission("purchasing.read")
@RequestMapping("/api/companies/{company}/purchasing")
class HistoryHttp {
  private final Companies companies;
  private final RowLists lists;
  private final BusinessTime time;

  HistoryHttp(Companies companies, RowLists lists, BusinessTime time) {
    this.companies = companies;
    this.lists = lists;
    this.time = time;
  }

  /** At which prices items were ordered and billed. */
  @GetMapping("/price-history")
  @ListOf(PurchasePrice.class)
  ListAnswer<PurchasePrice> prices(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return lists.page(PurchasePrice.class, Rows.of(company, PriceRows.SQL), ListRequest.of(query));
  }

  /** The price of one line of a document. */
  @GetMapping("/price-history/{id}")
  PurchasePrice price(@PathVariable CompanyCode company, @PathVariable String id) {
    return one(company, PurchasePrice.class, Rows.of(company, PriceRows.SQL), id);
  }

  /** How long lines of orders took. */
  @GetMapping("/lead-time-history")
  @ListOf(LeadTime.class)
  ListAnswer<LeadTime> leadTimes(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return lists.page(LeadTime.class, today(company, LeadTimeRows.SQL), ListRequest.of(query));
  }

  /** How long one line of an order took. */
  @GetMapping("/lead-time-history/{id}")
  LeadTime leadTime(@PathVariable CompanyCode company, @PathVariable String id) {
    return one(company, LeadTime.class, today(company, LeadTimeRows.SQL), id);
  }

  /** How long each supplier takes for each item. */
  @GetMapping("/supplier-lead-times")
  @ListOf(SupplierLeadTime.class)
  ListAnswer<SupplierLeadTime> bySupplier(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return lists.page(
        SupplierLeadTime.class, today(company, LeadTimeRows.BY_SUPPLIER), ListRequest.of(query));
  }

  /** How long one supplier takes for one item. */
  @GetMapping("/supplier-lead-times/{id}")
  SupplierLeadTime ofSupplier(@PathVariable CompanyCode company, @PathVariable String id) {
    return one(company, SupplierLeadTime.class, today(company, LeadTimeRows.BY_SUPPLIER), id);
  }

  /** How well each supplier kept what he promised. */
  @GetMapping("/supplier-scorecard")
  @ListOf(SupplierScore.class)
  ListAnswer<SupplierScore> scorecard(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return lists.page(
        SupplierScore.class, today(company, ScorecardRows.SQL), ListRequest.of(query));
  }

  /** How well one supplier kept what he promised. */
  @GetMapping("/supplier-scorecard/{supplier}")
  SupplierScore scoreOf(@PathVariable CompanyCode company, @PathVariable PartyCode supplier) {
    return one(
        company,
        SupplierScore.class,
        today(company, ScorecardRows.SQL),
        Map.of("supplier", supplier.value()));
  }

  private Rows today(CompanyCode company, String sql) {
    LocalDate today = companies.dayOf(company, time.occurredAt(Optional.empty()));
    return Rows.of(company, sql, today);
  }

  private <R extends Record> R one(CompanyCode company, Class<R> row, Rows rows, String id) {
    return one(company, row, rows, Map.of("id", id));
  }

  private <R extends Record> R one(
      CompanyCode company, Class<R> row, Rows rows, Map<String, String> key) {
    companies.named(company);
    return lists
        .one(row, rows, key)
        .orElseThrow(
            () ->
                Refused.notFound(
                    "Nothing is known of '%s'. Look it up in the list."
                        .formatted(String.join(" ", key.values()))));
  }
}
