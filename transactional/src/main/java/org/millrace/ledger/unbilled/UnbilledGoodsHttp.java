package org.millrace.ledger.unbilled;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("ledger.read")
@RequestMapping("/api/companies/{company}/ledger/unbilled-goods")
class UnbilledGoodsHttp {
  private static final String AS_OF = "asOf";

  private final Companies companies;
  private final UnbilledGoodsJdbc goods;
  private final BusinessTime time;

  UnbilledGoodsHttp(Companies companies, UnbilledGoodsJdbc goods, BusinessTime time) {
    this.companies = companies;
    this.goods = goods;
    this.time = time;
  }

  /** What was received and not billed on that day, today when none is named. */
  @GetMapping
  @ListOf(UnbilledGoods.class)
  ListAnswer<UnbilledGoods> goods(
      @PathVariable CompanyCode company,
      @RequestParam Optional<LocalDate> asOf,
      @RequestParam MultiValueMap<String, String> query) {
    Company books = companies.named(company);
    MultiValueMap<String, String> narrowed = new LinkedMultiValueMap<>(query);
    narrowed.remove(AS_OF);
    LocalDate day = asOf.orElseGet(() -> today(books));
    return goods.page(books, day, ListRequest.of(narrowed));
  }

  /** What is not billed today of one document. */
  @GetMapping("/{number}")
  UnbilledGoods one(@PathVariable CompanyCode company, @PathVariable String number) {
    Company books = companies.named(company);
    ListRequest request = ListRequest.having(Map.of("number", number));
    return goods
        .page(books, today(books), request)
        .first()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "Of %s nothing is received and not billed. Look it up in the list of receipts."
                        .formatted(number)));
  }

  private LocalDate today(Company books) {
    return books.dayOf(time.occurredAt(Optional.empty()));
  }
}
