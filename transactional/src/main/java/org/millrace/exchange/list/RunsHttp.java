package org.millrace.exchange.list;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs of imports, and what they made. */
@RestController
class RunsHttp {
  private final RowLists lists;
  private final UndoRun undo;

  RunsHttp(RowLists lists, UndoRun undo) {
    this.lists = lists;
    this.undo = undo;
  }

  /** A run that made documents. */
  @Listed(
      searched = {"list", "file"},
      key = {"made_at desc", "run"})
  record Run(
      String run,
      String list,
      String file,
      String madeBy,
      Instant madeAt,
      long documents,
      Optional<Instant> undoneAt) {}

  /** How many documents were taken back. */
  record Undone(int documents) {}

  @GetMapping("/api/companies/{company}/imports/runs")
  @RequiresPermission("import.read")
  @ListOf(Run.class)
  ListAnswer<Run> runs(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    String all =
        """
        select run::text as run, list, file, min(made_by) as made_by, min(made_at) as made_at,
          count(*) as documents, max(undone_at) as undone_at
        from exchange.made where company = ? group by run, list, file
        """;
    return lists.page(Run.class, Rows.of(company, all), ListRequest.of(query));
  }

  /** Reverses or cancels all that a run made; what cannot be taken back refuses the whole. */
  @PostMapping("/api/companies/{company}/imports/runs/{run}/undo")
  @RequiresPermission("import.read")
  Undone undo(@PathVariable CompanyCode company, @PathVariable UUID run) {
    return new Undone(undo.undo(company, run));
  }
}
