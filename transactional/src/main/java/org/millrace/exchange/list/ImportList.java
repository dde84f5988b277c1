package org.millrace.exchange.list;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.millrace.exchange.answer.Failed;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.bank.CamtAsTable;
import org.millrace.exchange.control.ControlTotals;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.file.TableForm.HeaderAt;
import org.millrace.exchange.file.TextForm;
import org.millrace.exchange.gather.RowsAside;
import org.millrace.exchange.gather.Scattered;
import org.millrace.exchange.layout.FilesOfImport;
import org.millrace.exchange.layout.ListMapping;
import org.millrace.exchange.layout.ListMappingFile;
import org.millrace.exchange.layout.MappedRows;
import org.millrace.exchange.mapping.Mappings;
import org.millrace.exchange.propose.ProposeMapping;
import org.millrace.exchange.reject.Rejects;
import org.millrace.exchange.run.ImportRuns;
import org.millrace.exchange.run.Target;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;
import org.millrace.web.FileAnswer;

/** Opens lists for import: their columns are those of their export, or a mapping says which. */
final class ImportList {
  private static final int PREVIEWED = 10;

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
   * @param control what was told of its rows
   * @param isTrial whether nothing is to be kept
   * @param isMended whether the first file has rows of a file that were mended, in a form of ours
   */
  record Request(
      CompanyCode company,
      ImportedList list,
      String file,
      Set<Long> skip,
      Optional<String> mapping,
      ControlTotals control,
      boolean isTrial,
      boolean isMended) {
    Request {
      skip = Set.copyOf(skip);
    }

    private String rows(ListMapping mapping, FilesOfImport files) {
      return files.rows(mapping.form().rows().filter(name -> !isMended));
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

  /** Reads a file by a mapping that it proposes, or that is named, without taking anything. */
  FileAnswer.Work propose(Request request, Path sent) {
    FilesOfImport files = FilesOfImport.of(sent, request.file(), runs.limits().bytes());
    return new FileAnswer.Work() {
      @Override
      public void run(Consumer<Object> tell) {
        tell.accept(proposed(request, files));
      }

      @Override
      public Object failed(String detail) {
        return new Failed(request.file(), detail, ImportedRows.none(), Optional.empty());
      }

      @Override
      public void close() {
        files.close();
      }
    };
  }

  private Proposal proposed(Request request, FilesOfImport files) {
    ImportedList.Columns columns = request.list().columns(request.company());
    ProposeMapping.Wanted wanted =
        new ProposeMapping.Wanted(
            request.list().kind(), columns.needed(), columns.optional(), columns.types());
    ProposeMapping.Proposed proposed =
        ProposeMapping.of(wanted, files.all(), request.file(), runs.limits());
    Optional<ListMapping> mapping =
        request
            .mapping()
            .map(mappings::ofList)
            .or(
                () ->
                    Optional.of(proposed.mapping())
                        .filter(yaml -> !proposed.chosen().isEmpty())
                        .map(ListMappingFile::read));
    List<Preview> rows = mapping.map(by -> previews(request, by, files)).orElse(List.of());
    return new Proposal("proposed", proposed, columns.all(), columns.needed(), rows);
  }

  /**
   * What is proposed.
   *
   * @param fillable the columns of the list
   * @param needed those that have to be filled
   * @param rows the first rows as they would be read
   */
  record Proposal(
      String event,
      ProposeMapping.Proposed proposed,
      List<String> fillable,
      List<String> needed,
      List<Preview> rows) {}

  /** A row as it would be read, or what is wrong with it. */
  record Preview(long line, List<Map<String, String>> cells, Optional<String> problem) {}

  private List<Preview> previews(Request request, ListMapping mapping, FilesOfImport files) {
    Path file = files.named(request.rows(mapping, files));
    List<Preview> previews = new ArrayList<>();
    try (Table table = OpenTable.open(file, request.file(), form(request, mapping))) {
      MappedRows rows = mapped(request, mapping, table.header(), files);
      for (Optional<Row> row = table.next();
          row.isPresent() && previews.size() < PREVIEWED;
          row = table.next()) {
        rows.kept(row.get()).ifPresent(kept -> previews.add(preview(rows, kept)));
      }
    }
    return previews;
  }

  private static Preview preview(MappedRows rows, Row row) {
    try {
      return new Preview(row.line(), rows.cells(row), Optional.empty());
    } catch (Refused refused) {
      return new Preview(row.line(), List.of(), Optional.of(refused.getMessage()));
    }
  }

  private TableForm form(Request request, ListMapping mapping) {
    return new TableForm(
        request.isMended() ? mapping.form().text().asOurs() : mapping.form().text(),
        mapping.asked(Optional.empty()),
        List.of(),
        runs.limits(),
        request.isMended() ? HeaderAt.first() : mapping.form().header());
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
          control(request, file, form, shape);
          Scattered scattered = scattered(request, file, form, shape);
          return new ListRows(run, request.list(), gathering(request, shape, scattered, files));
        });
  }

  private FileAnswer.Work open(Request request, ListMapping mapping, FilesOfImport files) {
    ImportedList.Columns columns = request.list().columns(request.company());
    mapping.requireFits(request.list().kind(), columns.needed(), columns.all());
    Path file = files.named(request.rows(mapping, files));
    TableForm form = form(request, mapping);
    return runs.open(
        request.target(),
        file,
        form,
        run -> {
          List<String> header = run.table().header();
          // what fills empty cells from the rows above has to see each row once and in order
          control(request, file, form, ListShape.of(mapped(request, mapping, header, files)));
          ListShape first = ListShape.of(mapped(request, mapping, header, files));
          Scattered scattered = scattered(request, file, form, first);
          ListShape shape = ListShape.of(mapped(request, mapping, header, files));
          return new ListRows(run, request.list(), gathering(request, shape, scattered, files));
        });
  }

  private static void control(Request request, Path file, TableForm form, ListShape shape) {
    if (!request.control().isNone()) {
      try (Table table = OpenTable.open(file, request.file(), form)) {
        ControlTotals.Reading reading =
            new ControlTotals.Reading(
                row -> row.flatMap(shape::kept),
                shape::cells,
                request.list().columns(request.company()).all());
        request.control().check(table, reading);
      }
    }
  }

  private MappedRows mapped(
      Request request, ListMapping mapping, List<String> header, FilesOfImport files) {
    Company company = companies.named(request.company());
    MappedRows.Wanted wanted =
        new MappedRows.Wanted(
            request.list().columns(request.company()).types(),
            company.timeZone(),
            Money.digits(company.currency()));
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
