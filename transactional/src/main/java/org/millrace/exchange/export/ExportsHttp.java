package org.millrace.exchange.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.document.DocumentStores;
import org.millrace.document.custom.CustomFields;
import org.millrace.exchange.reject.Rejects.Layout;
import org.millrace.party.Companies;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportsHttp {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Companies companies;
  private final RowsJdbc rows;
  private final RejectedRows rejectedRows;
  private final DocumentStores documents;
  private final CustomFields custom;
  private final BusinessTime time;

  ExportsHttp(
      Companies companies,
      RowsJdbc rows,
      RejectedRows rejectedRows,
      DocumentStores documents,
      CustomFields custom,
      BusinessTime time) {
    this.time = time;
    this.companies = companies;
    this.rows = rows;
    this.rejectedRows = rejectedRows;
    this.documents = documents;
    this.custom = custom;
  }

  /**
   * Of the rejects, which kind and file; and whether UTF-8 begins with the mark by which
   * spreadsheets know it; and the format: csv, where none is named, xlsx or json.
   */
  record Query(
      Optional<String> kind,
      Optional<String> file,
      Optional<Boolean> bom,
      Optional<String> format) {
    ExportFormat asked() {
      return ExportFormat.of(format.orElse("csv"));
    }
  }

  /**
   * One of {@link Lists}, or the documents of a kind, as CSV in UTF-8 with a header line, as a
   * workbook or as JSON; or rejects, in the layout of the files they came in.
   */
  @GetMapping("/api/companies/{company}/exports/{list}")
  @RequiresPermission(RequiresPermission.LOGIN)
  void export(
      @PathVariable CompanyCode company,
      @PathVariable String list,
      @ParameterObject @ModelAttribute Query query,
      HttpServletResponse response)
      throws IOException {
    ExportedList exported =
        Lists.named(list).or(() -> ofKind(company, list)).orElseThrow(() -> none(list));
    if (exported.rows() == ExportedList.Rows.OF_SEEN_DOCUMENTS) {
      Caller.current().requireSome(company, exported.permission());
    } else {
      Caller.current().require(company, exported.permission());
    }
    LocalDate today = companies.dayOf(company, time.occurredAt(Optional.empty()));
    if (exported.query().isEmpty()) {
      List<Layout> layouts =
          rejectedRows.layouts(company, new RejectedRows.Wanted(query.kind(), query.file()));
      Charset charset = RejectedRows.charset(layouts);
      OutputStream out = begun(company + "-rejects", charset, query, response);
      try (RowsOut file = query.asked().begun(out, charset, RejectedRows.delimiter(layouts))) {
        rejectedRows.write(company, layouts, file);
      }
      return;
    }
    OutputStream out = begun(company + "-" + list, StandardCharsets.UTF_8, query, response);
    try (RowsOut file = query.asked().begun(out, StandardCharsets.UTF_8, ',')) {
      rows.write(exported.on(today), company, hidden(exported, company), file);
    }
  }

  /** Every kind of document has a list of its own. */
  private Optional<ExportedList> ofKind(CompanyCode company, String list) {
    return documents.kinds().stream()
        .filter(kind -> kind.listName().equals(list))
        .findFirst()
        .map(
            kind ->
                new ExportedList(
                    kind.readPermission(),
                    kind.hiddenColumns(company),
                    kind.exportQuery(
                        company, custom.areKept(kind) ? custom.of(company, kind) : List.of()),
                    ExportedList.Rows.OF_SEEN_DOCUMENTS));
  }

  private Refused none(String list) {
    Set<String> names = new TreeSet<>(Lists.names());
    documents.kinds().forEach(kind -> names.add(kind.listName()));
    return Refused.notFound(
        "There is no list '%s' to export. There are: %s."
            .formatted(list, String.join(", ", names)));
  }

  private static Set<String> hidden(ExportedList list, CompanyCode company) {
    return Caller.current().may(company.value(), Caller.COSTS) ? Set.of() : list.sensitive();
  }

  private static OutputStream begun(
      String name, Charset charset, Query query, HttpServletResponse response) throws IOException {
    ExportFormat format = query.asked();
    response.setContentType(format.type());
    if (format != ExportFormat.XLSX) {
      response.setCharacterEncoding(charset.name());
    }
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(name, format.ending()));
    OutputStream out = response.getOutputStream();
    boolean isMarked = format == ExportFormat.CSV && charset.equals(StandardCharsets.UTF_8);
    if (isMarked && query.bom().orElse(false)) {
      out.write(MARK);
    }
    return out;
  }
}
