package org.millrace.ledger.period;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Step;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.ledger.ClosingCheck;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Period;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("ledger.read")
@RequestMapping("/api/companies/{company}/ledger/closing-lines")
class ClosingLinesHttp {
  private static final String MONTH = "month";

  private final ClosePeriod closePeriod;
  private final ChecklistJdbc checklist;

  ClosingLinesHttp(ClosePeriod closePeriod, ChecklistJdbc checklist) {
    this.closePeriod = closePeriod;
    this.checklist = checklist;
  }

  /** A line with the documents behind it, at most 200, and what can be done with it. */
  record Shown(
      String id,
      String month,
      ClosingCheck name,
      ClosingLine.Status status,
      int openCount,
      Optional<String> reason,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt,
      List<ClosingLine.Behind> documents,
      List<Step> steps) {}

  /** The checklist of a month, of the first open one when none is named. */
  @GetMapping
  @ListOf(ClosingLine.class)
  ListAnswer<ClosingLine> lines(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    YearMonth asked =
        Optional.ofNullable(query.getFirst(MONTH))
            .map(text -> Period.of(text).month())
            .orElseGet(() -> closePeriod.firstOpen(company));
    MultiValueMap<String, String> narrowed = new LinkedMultiValueMap<>(query);
    narrowed.remove(MONTH);
    return checklist.page(closePeriod.company(company), asked, ListRequest.of(narrowed));
  }

  @GetMapping("/{id}")
  Shown one(@PathVariable CompanyCode company, @PathVariable String id) {
    Named named = Named.of(id);
    ClosingLine line = closePeriod.line(company, named.month(), named.name());
    return new Shown(
        line.id(),
        line.month(),
        line.name(),
        line.status(),
        line.openCount(),
        line.reason(),
        line.decidedBy(),
        line.decidedAt(),
        checklist.behind(closePeriod.company(company), named.month(), named.name()),
        closePeriod.steps(company, line));
  }

  /** Why the line may stay open. */
  record Waiving(String reason) {}

  @PostMapping("/{id}/waive")
  @RequiresPermission("ledger.close")
  Shown waive(
      @PathVariable CompanyCode company, @PathVariable String id, @RequestBody Waiving asked) {
    Named named = Named.of(id);
    closePeriod.waive(company, named.month(), named.name(), asked.reason());
    return one(company, id);
  }

  @PostMapping("/{id}/withdraw")
  @RequiresPermission("ledger.close")
  Shown withdraw(@PathVariable CompanyCode company, @PathVariable String id) {
    Named named = Named.of(id);
    closePeriod.withdraw(company, named.month(), named.name());
    return one(company, id);
  }

  /** The month and the name that an id joins. */
  private record Named(YearMonth month, ClosingCheck name) {
    static Named of(String id) {
      String[] parts = id.split(":", 2);
      Optional<ClosingCheck> name =
          Arrays.stream(ClosingCheck.values())
              .filter(each -> parts.length == 2 && each.word().equals(parts[1]))
              .findFirst();
      return new Named(
          Period.of(parts[0]).month(),
          name.orElseThrow(
              () ->
                  Refused.notFound(
                      "No checklist has a line '%s'. Look it up in the list.".formatted(id))));
    }
  }
}
