package org.millrace.exchange.reject;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.exchange.file.TextForm;
import org.millrace.shared.CompanyCode;

/** The reject list of each company. */
public interface Rejects {
  /** What the columns begin with that an export adds to those of the file. */
  String PREFIX = "reject_";

  /** The column by which a corrected row names the reject it replaces. */
  String ID_COLUMN = "reject_id";

  /** The column that says which kind of import a row was meant for. */
  String KIND_COLUMN = "reject_kind";

  /** Where rows come from, and how the text of the file was written. */
  record Source(
      CompanyCode company, UUID run, String kind, String file, TextForm text, List<String> header) {
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

  /** A row on the list; those still to be mended come first. */
  @Listed(
      searched = {"file", "reason", "field", "value"},
      key = {"resolved_at is not null", "id"},
      without = {"header", "cells"})
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

  /** How many rows of the company are on the list, counted no further than the limit. */
  long open(CompanyCode company, long limit);

  /** The lines of a file that are on the list for that kind of import. */
  Set<Long> openLines(CompanyCode company, String kind, String file);

  ListAnswer<Reject> list(CompanyCode company, ListRequest request);

  /** Files with rows on the list, each with the layout of those rows. */
  List<Layout> layouts(CompanyCode company);

  /** Hands over all rows on the list that came in that layout, in order. */
  void each(CompanyCode company, Layout layout, Consumer<Reject> taker);

  /** How rows of one file for one kind of import were written. */
  record Layout(
      String kind, String file, String charset, String delimiter, List<String> header, long rows) {
    public Layout {
      header = List.copyOf(header);
    }
  }
}
