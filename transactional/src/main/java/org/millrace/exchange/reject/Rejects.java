package org.millrace.exchange.reject;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.millrace.shared.CompanyCode;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The reject list of each company. */
public interface Rejects {
  /** The column by which a corrected row names the reject it replaces. */
  String ID_COLUMN = "reject_id";

  /** Where rows come from. */
  record Source(CompanyCode company, UUID run, String file, List<String> header) {
    public Source {
      header = List.copyOf(header);
    }
  }

  /** A row that cannot be read: which field holds what, and what was expected. */
  record NewReject(
      long line, List<String> cells, String field, String value, String reason, String expected) {
    public NewReject {
      cells = List.copyOf(cells);
    }
  }

  /** A row on the list. */
  record Reject(
      long id,
      String file,
      long line,
      String field,
      String value,
      String reason,
      String expected,
      List<String> header,
      List<String> cells,
      Instant rejectedAt,
      Optional<Instant> resolvedAt) {
    public Reject {
      header = List.copyOf(header);
      cells = List.copyOf(cells);
    }
  }

  /** Puts rows on the list; a row that is there from the same line stays as it is. */
  void add(Source source, List<NewReject> rejects);

  /** Rows that were corrected and are still wrong: tells the new reason. */
  void rejectAgain(Source source, Map<Long, NewReject> byId);

  /** Takes rows off the list, by id or by their line in the file. */
  void resolve(Source source, Collection<Long> ids, Collection<Long> lines);

  /** The lines of a file that are on the list. */
  Set<Long> openLines(CompanyCode company, String file);

  Page<Reject> list(CompanyCode company, PageRequest request);

  /** Hands over all rows on the list, in order. */
  void each(CompanyCode company, Consumer<Reject> taker);

  /** The names of the columns of all rows on the list. */
  List<String> columns(CompanyCode company);
}
