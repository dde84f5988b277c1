package org.millrace.exchange.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import org.millrace.exchange.reject.Rejects;
import org.millrace.shared.CompanyCode;

/**
 * The reject list in the layout of its files, with columns behind that tell what is wrong.
 * Corrected and imported again, the rows name their rejects and take them off the list.
 */
final class RejectedRows {
  private final Rejects rejects;

  RejectedRows(Rejects rejects) {
    this.rejects = rejects;
  }

  void write(CompanyCode company, CsvWriter csv) {
    List<String> columns = rejects.columns(company);
    List<String> header = new ArrayList<>(columns);
    header.addAll(
        List.of(
            Rejects.ID_COLUMN,
            "reject_file",
            "reject_line",
            "reject_field",
            "reject_reason",
            "reject_expected"));
    csv.writeRecord(header);
    rejects.each(company, reject -> csv.writeRecord(cells(columns, reject)));
  }

  private static List<String> cells(List<String> columns, Rejects.Reject reject) {
    List<String> cells = new ArrayList<>(columns.size() + 6);
    for (String column : columns) {
      int place = reject.header().indexOf(column);
      cells.add(place >= 0 && place < reject.cells().size() ? reject.cells().get(place) : "");
    }
    cells.addAll(
        List.of(
            Long.toString(reject.id()),
            reject.file(),
            Long.toString(reject.line()),
            reject.field(),
            reject.reason(),
            reject.expected()));
    return cells;
  }
}
