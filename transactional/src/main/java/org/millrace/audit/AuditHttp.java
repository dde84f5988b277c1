package org.millrace.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who did what when: every command carried out, with the first hundred events it caused, and logins
 * that failed, with the address they came from.
 */
@RestController
@RequestMapping("/api/audit")
class AuditHttp {
  private static final String ALL =
      """
      select recorded_at, actor, method, path, status, correlation_id, address, array(
          select e.type || ' ' || e.aggregate_id from outbox.event e
          where e.correlation_id = c.correlation_id order by e.position limit 100) as events,
        position
      from web.command c
      """;

  private final RowLists lists;

  AuditHttp(RowLists lists) {
    this.lists = lists;
  }

  @Listed(
      searched = {"actor", "path"},
      key = "position desc",
      without = "events")
  record Done(
      Instant recordedAt,
      String actor,
      String method,
      String path,
      int status,
      String correlationId,
      Optional<String> address,
      List<String> events) {}

  @GetMapping
  @RequiresPermission("audit.read")
  @ListOf(Done.class)
  ListAnswer<Done> page(@RequestParam MultiValueMap<String, String> query) {
    return lists.page(Done.class, Rows.ofAll(ALL), ListRequest.of(query));
  }
}
