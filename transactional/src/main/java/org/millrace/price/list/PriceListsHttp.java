package org.millrace.price.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.party.CustomerGroup;
import org.millrace.party.PartyCode;
import org.millrace.price.PriceList;
import org.millrace.price.PriceListCode;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("price.read")
@RequestMapping("/api/companies/{company}/price/lists")
class PriceListsHttp extends DocumentEndpoints<PriceList, PriceListCode> {
  private final KeepPriceLists keep;
  private final Companies companies;
  private final BusinessTime time;

  PriceListsHttp(
      Documents<PriceList> lists,
      DocumentHistory history,
      KeepPriceLists keep,
      Companies companies,
      BusinessTime time) {
    super(lists, history);
    this.keep = keep;
    this.companies = companies;
    this.time = time;
  }

  /** Of sales prices in the currency of the company when nothing else is said. */
  record NewPriceList(
      PriceListCode code,
      String name,
      Optional<PriceList.Side> side,
      Optional<Currency> currency,
      Optional<PartyCode> party,
      Optional<CustomerGroup> customerGroup,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo,
      List<PriceList.Rule> rules,
      Optional<Instant> occurredAt) {
    PriceList list(Currency ofCompany) {
      return new PriceList(
          code,
          name,
          side.orElse(PriceList.Side.SALES),
          currency.orElse(ofCompany),
          party,
          customerGroup,
          validFrom,
          validTo,
          rules);
    }
  }

  /** Side and currency stay. */
  record Change(
      String name,
      Optional<PartyCode> party,
      Optional<CustomerGroup> customerGroup,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo,
      List<PriceList.Rule> rules,
      Optional<Instant> occurredAt) {
    PriceList of(PriceList before) {
      return new PriceList(
          before.code(),
          name,
          before.side(),
          before.currency(),
          party,
          customerGroup,
          validFrom,
          validTo,
          rules);
    }
  }

  @PostMapping
  @RequiresPermission("price.write")
  ResponseEntity<DocumentAnswer<PriceList>> add(
      @PathVariable CompanyCode company, @RequestBody NewPriceList asked) {
    PriceList list = asked.list(companies.named(company).currency());
    return created(keep.add(company, list, time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("price.write")
  ResponseEntity<DocumentAnswer<PriceList>> change(
      Versioned<PriceList> list, @RequestBody Change asked) {
    return ok(keep.change(list, asked.of(list.document()), time.occurredAt(asked.occurredAt())));
  }
}
