package org.millrace.exchange.list;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.exchange.bank.CamtAsTable;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.file.TextForm;
import org.millrace.exchange.gather.RowsAside;
import org.millrace.exchange.gather.Scattered;
import org.millrace.exchange.layout.FilesOfImport;
import org.millrace.exchange.layout.ListMapping;
import org.millrace.exchange.layout.MappedRows;
import org.millrace.exchange.mapping.Mappings;
import org.millrace.exchange.reject.Rejects;
import org.millrace.exchange.run.ImportRuns;
import org.millrace.exchange.run.Target;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.web.FileAnswer;

/** Opens lists for import: their columns are those of their export, or a mapping says which. */
final class ImportList {
  private final ImportRuns runs;
  private final Mappings mappings;
  private final Companies companies;
  private final RowsAside.Start rowsAside;

  ImportList(ImportRuns runs, Mappings mappings, Companies companies, RowsAside.Start rowsAside) {
    this.runs = runs;
    this.mappings = mappings;
    this.companies = companies;
    this.rowsAside = rowsAside;
  }

  /**
   * A file of that list for a company.
   *
   * @param skip lines that are left out
   * @param mapping by which it is read; without one it has the columns of the list
   * @param isTrial whether nothing is to be kept
   */
  record Request(
      CompanyCode company,
      ImportedList list,
      String file,
      Set<Long> skip,
      Optional<String> mapping,
      boolean isTrial) {
    Request {
      skip = Set.copyOf(skip);
    }

    private Target target() {
      return new Target(company, list.kind(), file, isTrial);
    }
  }

  /**
   * Opens a file, or an archive of several.
   *
   * @throws FileUnreadable when it is not a table with the columns of the list or of the mapping
   */
  FileAnswer.Work open(Request request, Path sent) {
    Optional<ListMapping> mapping = request.mapping().map(mappings::ofList);
    FilesOfImport files = FilesOfImport.of(sent, request.file(), runs.limits().bytes());
    try {
      return mapping.map(by -> open(request, by, files)).orElseGet(() -> open(request, files));
    } catch (RuntimeException e) {
      files.close();
      throw e;
    }
  }

  private FileAnswer.Work open(Request request, FilesOfImport files) {
    Path file = files.named(files.rows(Optional.empty()));
    CamtAsTable.rewrite(file, request.file());
    TableForm form = form(request, file);
    return runs.open(
        request.target(),
        file,
        form,
        run -> {
          List<String> header = run.table().header();
          check(request, header);
          ListShape shape = ListShape.of(header);
          Scattered scattered = scattered(request, file, form, shape);
          return new ListRows(run, request.list(), gathering(request, shape, scattered, files));
        });
  }

  private FileAnswer.Work open(Request request, ListMapping mapping, FilesOfImport files) {
    ImportedList.Columns columns = request.list().columns(request.company());
    mapping.requireFits(request.list().kind(), columns.needed(), columns.all());
    Path file = files.named(files.rows(mapping.form().rows()));
    TableForm form =
        new TableForm(
            mapping.form().text(),
            mapping.asked(Optional.empty()),
            List.of(),
            runs.limits(),
            mapping.form().header());
    return runs.open(
        request.target(),
        file,
        form,
        run -> {
          List<String> header = run.table().header();
          // what fills empty cells from the rows above has to see each row once and in order
          ListShape first = ListShape.of(mapped(request, mapping, header, files));
          Scattered scattered = scattered(request, file, form, first);
          ListShape shape = ListShape.of(mapped(request, mapping, header, files));
          return new ListRows(run, request.list(), gathering(request, shape, scattered, files));
        });
  }

  private MappedRows mapped(
      Request request, ListMapping mapping, List<String> header, FilesOfImport files) {
    Company company = companies.named(request.company());
    MappedRows.Wanted wanted =
        new MappedRows.Wanted(
            request.list().columns(request.company()).types(),
            company.timeZone(),
            Math.max(0, company.currency().getDefaultFractionDigits()));
    return MappedRows.of(mapping, header, files, wanted, runs.limits());
  }

  private ListRows.Gathering gathering(
      Request request, ListShape shape, Scattered scattered, FilesOfImport files) {
    return new ListRows.Gathering(shape, request.skip(), scattered, rowsAside.start(), files);
  }

  private static Scattered scattered(Request request, Path file, TableForm form, ListShape shape) {
    if (request.list().grouping().isEmpty()) {
      return Scattered.none();
    }
    String column = request.list().grouping().get();
    try (Table table = OpenTable.open(file, request.file(), form)) {
      return Scattered.in(
          table, row -> shape.kept(row).map(kept -> shape.text(kept, column)).orElse(""));
    }
  }

  /** Separated by commas, or by semicolons as spreadsheets of many countries write them. */
  private TableForm form(Request request, Path file) {
    ImportedList.Columns columns = request.list().columns(request.company());
    List<String> optional = new ArrayList<>(columns.optional());
    optional.addAll(columns.ignored());
    TableForm form = new TableForm(TextForm.ours(), columns.needed(), optional, runs.limits());
    try (Table table = OpenTable.open(file, request.file(), form)) {
      boolean isOther = table.header().size() == 1 && table.header().get(0).contains(";");
      return isOther ? form.delimitedBy(';') : form;
    }
  }

  private static void check(Request request, List<String> header) {
    ImportedList.Columns columns = request.list().columns(request.company());
    List<String> missing = columns.needed().stream().filter(c -> !header.contains(c)).toList();
    List<String> unknown =
        header.stream()
            .filter(column -> !columns.knows(column) && !column.startsWith(Rejects.PREFIX))
            .toList();
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new FileUnreadable(
          "%s does not fit %s:%s%s It needs the columns %s and may have %s."
              .formatted(
                  request.file(),
                  request.list().kind(),
                  missing.isEmpty() ? "" : " column " + String.join(", ", missing) + " missing.",
                  unknown.isEmpty() ? "" : " column " + String.join(", ", unknown) + " unknown.",
                  String.join(", ", columns.needed()),
                  String.join(", ", columns.optional())));
    }
  }
}
