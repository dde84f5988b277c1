package org.millrace.tax.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("taxReturnsHttp")
@RequiresPermission("tax.read")
@RequestMapping("/api/companies/{company}/tax/returns")
class ReturnsHttp extends DocumentEndpoints<TaxReturn, TaxReturnNumber> {
  private final FileReturn fileReturn;
  private final BusinessTime time;

  ReturnsHttp(
      Documents<TaxReturn> returns,
      DocumentHistory history,
      FileReturn fileReturn,
      BusinessTime time) {
    super(returns, history);
    this.fileReturn = fileReturn;
    this.time = time;
  }

  /** The days of the return; in the style of VAT when nothing else is said. */
  record Filing(
      LocalDate firstDay,
      LocalDate lastDay,
      Optional<TaxReturn.Style> style,
      Optional<Instant> occurredAt) {
    TaxReturn.Days days() {
      return new TaxReturn.Days(firstDay, lastDay);
    }

    TaxReturn.Style wanted() {
      return style.orElse(TaxReturn.Style.VAT);
    }
  }

  /** Files a return, which locks its days. */
  @PostMapping
  @RequiresPermission("tax.file")
  ResponseEntity<DocumentAnswer<TaxReturn>> file(
      @PathVariable CompanyCode company, @RequestBody Filing asked) {
    return created(
        fileReturn.file(
            company, asked.days(), asked.wanted(), time.occurredAt(asked.occurredAt())));
  }
}
