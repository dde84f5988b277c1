package org.millrace.exchange.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.party.Companies;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.web.FileAnswer;
import org.millrace.web.LargestBody;
import org.millrace.web.OutsideCommand;
import org.millrace.web.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imports the list in the body. */
@RestController
class ListsHttp {
  private final ImportList imports;
  private final List<ImportedList> lists;
  private final Companies companies;
  private final FileAnswer answer;

  ListsHttp(ImportList imports, AllLists lists, Companies companies, FileAnswer answer) {
    this.imports = imports;
    this.lists = lists.lists();
    this.companies = companies;
    this.answer = answer;
  }

  /** How the file is called, and whether anything is kept. */
  record Query(String file, Optional<Boolean> dryRun) {
    ImportList.Request of(CompanyCode company, ImportedList list) {
      new Problems()
          .require(file != null && !file.isBlank(), "file", file, "the name of the file")
          .refuse("The import cannot start");
      String name = Path.of(file).getFileName().toString();
      return new ImportList.Request(company, list, name, dryRun.orElse(false));
    }
  }

  @PostMapping("/api/companies/{company}/imports/{kind}")
  @OutsideCommand("It commits piece by piece, each piece once")
  @LargestBody(512 * 1024 * 1024)
  @RequiresPermission(RequiresPermission.LOGIN)
  void take(
      @PathVariable CompanyCode company,
      @PathVariable String kind,
      @ParameterObject @ModelAttribute Query query,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ImportedList list = named(kind);
    Caller.current().require(company, list.permission());
    companies.named(company);
    ImportList.Request asked = query.of(company, list);
    answer.give(asked.file(), request, response, file -> imports.open(asked, file));
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
