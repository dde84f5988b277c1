package org.millrace.approval.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.approval.DocumentType;
import org.millrace.approval.PolicyCode;
import org.millrace.approval.RequestNumber;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists who waits for whom. */
@RestController
class WaitingHttp {
  /** Holders of the role, and who decides in their place today; never for one's own request. */
  private static final String WAITING =
      """
      with asked as (select ?::text as company, ?::timestamptz as moment),
      today as (
        select c.code as company, (a.moment at time zone c.time_zone)::date as day
        from party.company c join asked a on a.company in (c.code, '*')),
      holder as (
        select distinct t.company, g.user_name, g.role
        from today t join access.user_grant g on g.company in (t.company, '*')
          join access.app_user u on u.name = g.user_name and u.active),
      decider as (
        select company, user_name, role, null::text as on_behalf_of from holder
        union all
        select h.company, d.to_user, h.role, d.from_user
        from approval.delegation d join today t on t.company = d.company
          and t.day between d.first_day and d.last_day
          join holder h on h.company = d.company and h.user_name = d.from_user
        where d.status = 'active')
      select r.company, r.number, r.policy, r.document_type, r.amount, r.currency,
        r.requested_by, r.requested_at, r.due_date, r.due_date < t.day as overdue,
        r.waiting_for as role, d.user_name as decider, d.on_behalf_of
      from approval.request r join today t on t.company = r.company
        join decider d on d.company = r.company and d.role = r.waiting_for
          and d.user_name <> r.requested_by
          and d.on_behalf_of is distinct from r.requested_by
      where r.status = 'waiting'
      """;

  private final Companies companies;
  private final RowLists lists;
  private final BusinessTime time;

  WaitingHttp(Companies companies, RowLists lists, BusinessTime time) {
    this.companies = companies;
    this.lists = lists;
    this.time = time;
  }

  /** A request, and one of those who may decide its step. */
  @Listed(
      searched = {"number", "requestedBy", "decider"},
      sorted = "dueDate",
      key = {"company", "number", "decider", "on_behalf_of"})
  record Waiting(
      CompanyCode company,
      RequestNumber number,
      PolicyCode policy,
      DocumentType documentType,
      Money amount,
      Currency currency,
      String requestedBy,
      Instant requestedAt,
      LocalDate dueDate,
      boolean overdue,
      String role,
      String decider,
      Optional<String> onBehalfOf) {}

  @GetMapping("/api/companies/{company}/approval/waiting")
  @ListOf(Waiting.class)
  @RequiresPermission("approval.read")
  ListAnswer<Waiting> waiting(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    Rows rows = Rows.of(company, WAITING, moment());
    return lists.page(Waiting.class, rows, ListRequest.of(query));
  }

  /** What the caller may decide, over all companies. */
  @GetMapping("/api/approval/waiting")
  @ListOf(Waiting.class)
  @RequiresPermission(RequiresPermission.LOGIN)
  ListAnswer<Waiting> waitingForMe(@RequestParam MultiValueMap<String, String> query) {
    List<Object> parameters = List.of(Caller.EVERY_COMPANY, moment(), Caller.current().user());
    Rows rows =
        new Rows(WAITING + " and d.user_name = ?", parameters, Optional.empty(), Optional.empty());
    return lists.page(Waiting.class, rows, ListRequest.of(query));
  }

  private OffsetDateTime moment() {
    return time.occurredAt(Optional.empty()).atOffset(ZoneOffset.UTC);
  }
}
