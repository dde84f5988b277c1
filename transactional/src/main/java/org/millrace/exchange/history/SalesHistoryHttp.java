package org.millrace.exchange.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.millrace.exchange.run.FileName;
import org.millrace.shared.CompanyCode;
import org.millrace.web.FileAnswer;
import org.millrace.web.LargestBody;
import org.millrace.web.OutsideCommand;
import org.millrace.web.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imports the file in the body. */
@RestController
class SalesHistoryHttp {
  private final ImportSalesHistory imports;
  private final FileAnswer answer;

  SalesHistoryHttp(ImportSalesHistory imports, FileAnswer answer) {
    this.imports = imports;
    this.answer = answer;
  }

  /** How the file is called, the name or id of its mapping, and whether anything is kept. */
  record Query(
      String file,
      Optional<String> mapping,
      Optional<String> companyName,
      Optional<Boolean> dryRun) {
    ImportRequest of(CompanyCode company) {
      return new ImportRequest(
          company,
          companyName,
          mapping.orElse("online-retail"),
          FileName.of(file),
          dryRun.orElse(false) ? ImportRequest.Mode.DRY_RUN : ImportRequest.Mode.KEEP);
    }
  }

  @PostMapping("/api/companies/{company}/imports/sales-history")
  @OutsideCommand("It commits piece by piece, each piece once")
  @LargestBody(512 * 1024 * 1024)
  @RequiresPermission("import.history")
  void take(
      @PathVariable CompanyCode company,
      @ParameterObject @ModelAttribute Query query,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ImportRequest asked = query.of(company);
    answer.give(asked.file(), request, response, file -> imports.open(asked, file));
  }
}
