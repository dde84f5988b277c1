package org.millrace.ledger.openitem;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.ledger.openitem.OpenItems.Balance;
import org.millrace.ledger.openitem.OpenItems.Item;
import org.millrace.ledger.openitem.OpenItems.Side;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("ledger.read")
@RequestMapping("/api/companies/{company}/ledger")
class OpenItemsHttp {
  private final Companies companies;
  private final Parties parties;
  private final OpenItems items;
  private final BusinessTime time;

  OpenItemsHttp(Companies companies, Parties parties, OpenItems items, BusinessTime time) {
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.time = time;
  }

  /** What is open of one partner, and the invoices behind it. */
  record Answer(@JsonUnwrapped Balance balance, List<Item> items) {}

  /** What customers owe today, by age. */
  @GetMapping("/receivables")
  @ListOf(Balance.class)
  ListAnswer<Balance> receivables(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return page(company, Side.RECEIVABLES, ListRequest.of(query));
  }

  /** What one customer owes today, by age and invoice. */
  @GetMapping("/receivables/{party}")
  Answer receivablesOf(@PathVariable CompanyCode company, @PathVariable PartyCode party) {
    return one(company, Side.RECEIVABLES, party);
  }

  /** What suppliers are owed today, by age. */
  @GetMapping("/payables")
  @ListOf(Balance.class)
  ListAnswer<Balance> payables(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return page(company, Side.PAYABLES, ListRequest.of(query));
  }

  /** What one supplier is owed today, by age and invoice. */
  @GetMapping("/payables/{party}")
  Answer payablesOf(@PathVariable CompanyCode company, @PathVariable PartyCode party) {
    return one(company, Side.PAYABLES, party);
  }

  private ListAnswer<Balance> page(CompanyCode code, Side side, ListRequest request) {
    Company company = companies.named(code);
    return items.balances(company, side, today(company), request);
  }

  private Answer one(CompanyCode code, Side side, PartyCode party) {
    Company company = companies.named(code);
    LocalDate today = today(company);
    return new Answer(
        items.of(company, side, today, parties.named(code, party)),
        items.items(company, side, today, party));
  }

  private LocalDate today(Company company) {
    return company.dayOf(time.occurredAt(Optional.empty()));
  }
}
