package org.millrace.exchange.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.FileAnswer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports the list in the body. */
@RestController
class ListsHttp {
  private final ImportList imports;
  private final List<ImportedList> lists;
  private final Companies companies;
  private final FileAnswer answer;

  ListsHttp(ImportList imports, List<ImportedList> lists, Companies companies, FileAnswer answer) {
    this.imports = imports;
    this.lists = lists;
    this.companies = companies;
    this.answer = answer;
  }

  @PostMapping("/api/companies/{company}/imports/{kind}")
  void take(
      @PathVariable CompanyCode company,
      @PathVariable String kind,
      @RequestParam String file,
      @RequestParam(defaultValue = "false") boolean dryRun,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    companies.named(company);
    String name = Path.of(file).getFileName().toString();
    ImportList.Request asked = new ImportList.Request(company, named(kind), name, dryRun);
    answer.give(name, request, response, aside -> imports.open(asked, aside));
  }

  private ImportedList named(String kind) {
    return lists.stream()
        .filter(list -> list.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no import '%s'. There are: sales-history, %s."
                        .formatted(
                            kind,
                            lists.stream()
                                .map(ImportedList::kind)
                                .sorted()
                                .collect(Collectors.joining(", ")))));
  }
}
