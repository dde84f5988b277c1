package org.millrace.exchange.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.exchange.control.ControlTotals;
import org.millrace.exchange.run.FileName;
import org.millrace.party.Companies;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.FileAnswer;
import org.millrace.web.LargestBody;
import org.millrace.web.OutsideCommand;
import org.millrace.web.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
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

  ListsHttp(ImportList imports, ImportedList.All lists, Companies companies, FileAnswer answer) {
    this.imports = imports;
    this.lists = lists.lists();
    this.companies = companies;
    this.answer = answer;
  }

  /** A list that files can bring in; rows need some columns and may have others. */
  record Importable(
      String kind, Optional<String> document, List<String> needed, List<String> optional) {
    static Importable of(CompanyCode company, ImportedList list) {
      ImportedList.Columns columns = list.columns(company);
      return new Importable(list.kind(), list.document(), columns.needed(), columns.optional());
    }
  }

  /** What the caller may import into the company. */
  @GetMapping("/api/companies/{company}/imports")
  @RequiresPermission(RequiresPermission.LOGIN)
  List<Importable> all(@PathVariable CompanyCode company) {
    companies.named(company);
    return lists.stream()
        .filter(list -> Caller.current().may(company.value(), list.permission()))
        .sorted(Comparator.comparing(ImportedList::kind))
        .map(list -> Importable.of(company, list))
        .toList();
  }

  /**
   * How the file is called, whether anything is kept, which of its lines are left out, the name or
   * id of the mapping by which it is read, and control totals: how many rows it has, and what a
   * column comes to. Nothing is imported where they differ. Mended rows stand in the first file as
   * our exports are written, whatever the mapping says of theirs.
   */
  record Query(
      String file,
      Optional<Boolean> dryRun,
      Optional<Set<Long>> skip,
      Optional<String> mapping,
      Optional<Long> expectedRows,
      Optional<String> sumOf,
      Optional<BigDecimal> expectedSum,
      Optional<Boolean> mended) {
    ImportList.Request of(CompanyCode company, ImportedList list) {
      return new ImportList.Request(
          company,
          list,
          FileName.of(file),
          skip.orElse(Set.of()),
          mapping.filter(name -> !name.isBlank()),
          new ControlTotals(
              expectedRows, sumOf.map(String::strip).filter(of -> !of.isEmpty()), expectedSum),
          dryRun.orElse(false),
          mended.orElse(false));
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

  /** Tells a mapping by which the file can be read, and its first rows as they would be. */
  @PostMapping("/api/companies/{company}/imports/{kind}/proposals")
  @OutsideCommand("It changes nothing")
  @LargestBody(512 * 1024 * 1024)
  @RequiresPermission("import.mapping")
  void propose(
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
    answer.give(asked.file(), request, response, file -> imports.propose(asked, file));
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
