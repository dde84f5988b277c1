package org.millrace.ledger.verification;

import java.util.Map;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
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
@RequiresPermission("ledger.read")
@RequestMapping("/api/companies/{company}/ledger/checks")
class VerificationHttp {
  private final Companies companies;
  private final Verifications verifications;

  VerificationHttp(Companies companies, Verifications verifications) {
    this.companies = companies;
    this.verifications = verifications;
  }

  /** The books of a company, checked now. */
  @GetMapping
  @ListOf(Check.class)
  ListAnswer<Check> checks(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return verifications.checks(companies.named(company), ListRequest.of(query));
  }

  /** One check, made now. */
  @GetMapping("/{name}")
  Check one(@PathVariable CompanyCode company, @PathVariable String name) {
    ListRequest request = ListRequest.having(Map.of("name", name));
    return verifications
        .checks(companies.named(company), request)
        .first()
        .orElseThrow(() -> Refused.notFound("There is no check '%s'.".formatted(name)));
  }
}
