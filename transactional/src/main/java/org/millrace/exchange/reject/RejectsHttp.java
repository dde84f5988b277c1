package org.millrace.exchange.reject;

import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RejectsHttp {
  private final Rejects rejects;

  RejectsHttp(Rejects rejects) {
    this.rejects = rejects;
  }

  @GetMapping("/api/companies/{company}/imports/rejects")
  @RequiresPermission("import.read")
  @ListOf(Rejects.Reject.class)
  ListAnswer<Rejects.Reject> list(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return rejects.list(company, ListRequest.of(query));
  }
}
