package org.millrace.exchange.export;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.exchange.reject.Rejects;
import org.millrace.exchange.reject.Rejects.Layout;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;

/**
 * The reject list as its files were: in their columns, encoding and delimiter, with columns behind
 * that tell what is wrong. Corrected and imported again as the file was, the rows name their
 * rejects and take them off the list.
 */
final class RejectedRows {
  private static final List<String> COLUMNS =
      List.of(
          Rejects.ID_COLUMN,
          Rejects.KIND_COLUMN,
          "reject_file",
          "reject_line",
          "reject_field",
          "reject_reason",
          "reject_expected");

  private final Rejects rejects;

  RejectedRows(Rejects rejects) {
    this.rejects = rejects;
  }

  /** Which rows are asked for: of one kind of import, of one file. */
  record Wanted(Optional<String> kind, Optional<String> file) {
    boolean has(Layout layout) {
      return kind.filter(k -> !k.equals(layout.kind())).isEmpty()
          && file.filter(f -> !f.equals(layout.file())).isEmpty();
    }
  }

  /**
   * The layouts of the rows, which one file can hold.
   *
   * @throws Refused as conflict when it cannot, naming the kinds or files to choose from
   */
  List<Layout> layouts(CompanyCode company, Wanted wanted) {
    List<Layout> layouts = rejects.layouts(company).stream().filter(wanted::has).toList();
    if (layouts.stream().map(Layout::kind).distinct().count() > 1) {
      throw Refused.conflict(
          "The rejected rows are of different kinds: %s. Ask for one of them: --kind KIND."
              .formatted(counted(layouts, Layout::kind)));
    }
    boolean isOneForm =
        layouts.stream()
                .map(l -> List.of(l.charset(), l.delimiter(), l.header()))
                .distinct()
                .count()
            <= 1;
    if (!isOneForm) {
      throw Refused.conflict(
          "The rejected rows come from files with different columns or encodings: %s. Ask for one"
                  .formatted(counted(layouts, Layout::file))
              + " of them: --file NAME.");
    }
    return layouts;
  }

  private static String counted(List<Layout> layouts, Function<Layout, String> of) {
    return layouts.stream()
        .collect(Collectors.groupingBy(of, TreeMap::new, Collectors.summingLong(Layout::rows)))
        .entrySet()
        .stream()
        .map(each -> each.getKey() + " (" + each.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  /** The encoding of the files. */
  static Charset charset(List<Layout> layouts) {
    return Charset.forName(layouts.isEmpty() ? "UTF-8" : layouts.get(0).charset());
  }

  /** The delimiter of the files. */
  static char delimiter(List<Layout> layouts) {
    return layouts.isEmpty() ? ',' : layouts.get(0).delimiter().charAt(0);
  }

  void write(CompanyCode company, List<Layout> layouts, RowsOut out) {
    List<String> header = new ArrayList<>(layouts.isEmpty() ? List.of() : layouts.get(0).header());
    int columns = header.size();
    header.addAll(COLUMNS);
    out.line(header);
    for (Layout layout : layouts) {
      rejects.each(company, layout, reject -> out.line(cells(columns, layout, reject)));
    }
  }

  private static List<Object> cells(int columns, Layout layout, Rejects.Reject reject) {
    List<Object> cells = new ArrayList<>(columns + COLUMNS.size());
    for (int i = 0; i < columns; i++) {
      cells.add(i < reject.cells().size() ? reject.cells().get(i) : "");
    }
    cells.addAll(
        List.of(
            reject.id(),
            layout.kind(),
            reject.file(),
            reject.line(),
            reject.field(),
            reject.reason(),
            reject.expected()));
    return cells;
  }
}
