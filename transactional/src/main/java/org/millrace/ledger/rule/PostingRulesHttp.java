package org.millrace.ledger.rule;

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
@RequestMapping("/api/companies/{company}/ledger/posting-rules")
class PostingRulesHttp {
  private final PostingRulesJdbc lines;

  PostingRulesHttp(PostingRulesJdbc lines) {
    this.lines = lines;
  }

  /** What happens in the company is booked so: an amount below zero changes its side. */
  @GetMapping
  @ListOf(PostingRuleLine.class)
  ListAnswer<PostingRuleLine> rules(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return lines.page(company, ListRequest.of(query));
  }

  /** One amount that a rule books. */
  @GetMapping("/{id}")
  PostingRuleLine one(@PathVariable CompanyCode company, @PathVariable String id) {
    return lines
        .page(company, ListRequest.having(Map.of("id", id)))
        .first()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "No posting rule has the line %s. Look it up in the list of posting rules."
                        .formatted(id)));
  }
}
