package org.millrace.ledger.opening;

import java.util.Map;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
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
@RequiresPermission("ledger.read")
@RequestMapping("/api/companies/{company}/ledger/opening-sources")
class OpeningSourcesHttp {
  private final OpeningAccountJdbc account;

  OpeningSourcesHttp(OpeningAccountJdbc account) {
    this.account = account;
  }

  /** What stands on the account of opening balances, by the kind of document that brought it. */
  @GetMapping
  @ListOf(OpeningSource.class)
  ListAnswer<OpeningSource> sources(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return account.sources(company, ListRequest.of(query));
  }

  /** What documents of one kind left there. */
  @GetMapping("/{id}")
  OpeningSource one(@PathVariable CompanyCode company, @PathVariable String id) {
    return account
        .sources(company, ListRequest.having(Map.of("id", id)))
        .first()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "No documents of %s moved opening balances. Look it up in the list of sources."
                        .formatted(id)));
  }
}
