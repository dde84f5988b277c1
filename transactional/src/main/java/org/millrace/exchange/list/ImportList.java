package org.millrace.exchange.list;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.millrace.exchange.bank.CamtAsTable;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.exchange.file.TextForm;
import org.millrace.exchange.reject.Rejects;
import org.millrace.exchange.run.ImportRuns;
import org.millrace.exchange.run.Target;
import org.millrace.shared.CompanyCode;
import org.millrace.web.FileAnswer;

/** Opens lists for import: their columns are those of their export. */
final class ImportList {
  private final ImportRuns runs;

  ImportList(ImportRuns runs) {
    this.runs = runs;
  }

  /** A file of that list for a company, without some of its lines; a trial changes nothing. */
  record Request(
      CompanyCode company, ImportedList list, String file, Set<Long> skip, boolean isTrial) {
    Request {
      skip = Set.copyOf(skip);
    }
  }

  /**
   * Opens a file.
   *
   * @throws FileUnreadable when it is not a table with the columns of the list
   */
  FileAnswer.Work open(Request request, Path file) {
    CamtAsTable.rewrite(file, request.file());
    TableForm form = form(request, file);
    String kind = request.list().kind();
    Target target = new Target(request.company(), kind, request.file(), request.isTrial());
    return runs.open(
        target,
        file,
        form,
        run -> {
          check(request, run.table().header());
          return new ListRows(run, request.list(), request.skip());
        });
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
