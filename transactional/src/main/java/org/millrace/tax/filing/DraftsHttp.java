package org.millrace.tax.filing;

import java.util.Optional;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a return would say if it were filed now; stores nothing. */
@RestController("taxReturnDraftsHttp")
class DraftsHttp {
  private final FileReturn fileReturn;
  private final BusinessTime time;

  DraftsHttp(FileReturn fileReturn, BusinessTime time) {
    this.fileReturn = fileReturn;
    this.time = time;
  }

  @PostMapping("/api/companies/{company}/tax/return-drafts")
  @RequiresPermission("tax.read")
  TaxReturn draft(@PathVariable CompanyCode company, @RequestBody ReturnsHttp.Filing asked) {
    return fileReturn.drawn(
        company, asked.days(), asked.wanted(), time.occurredAt(Optional.empty()));
  }
}
