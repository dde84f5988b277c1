package org.millrace.exchange.reject;

import java.util.Optional;
import org.millrace.shared.CompanyCode;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.RequiresPermission;
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
  Page<Rejects.Reject> list(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    return rejects.list(company, new PageRequest(search, page));
  }
}
