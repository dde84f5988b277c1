package org.millrace.settlement.behaviour;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/settlement/payment-behaviour")
class PaymentBehaviourHttp {
  /** A row for each side and party. Its parameters are the company, the months and today. */
  private static final String SQL =
      """
      with asked as (
        select company, day - make_interval(months => months) as since, day
        from (values (?::text, ?::int, ?::date)) as given(company, months, day)),
      bill as (
        select i.*, case i.side when 'receivables' then 1 else -1 end as sign, a.day
        from asked a
        join settlement.item i on i.company = a.company
          and i.kind in ('invoice', 'supplier-invoice', 'opening-item')
          and i.item_date > a.since and i.item_date <= a.day),
      piece as (
        select b.kind, b.number, true as is_settled, s.amount * b.sign as amount,
          greatest(0, s.day - b.due_date) as late, s.day - b.item_date as taken
        from bill b
        join settlement.settled s
          on s.company = b.company and s.kind = b.kind and s.item = b.number
        where b.amount * b.sign > 0 and s.day <= b.day
        union all
        select kind, number, false, open_amount * sign, day - due_date, null
        from bill
        where amount * sign > 0 and open_amount <> 0 and due_date < day),
      each_bill as (
        select b.side, b.party, b.party_name, b.currency, b.item_date, b.number, p.*
        from bill b
        cross join lateral (
          select sum(amount) as weight, sum(amount * late) as late,
            sum(amount) filter (where is_settled) as settled,
            sum(amount * taken) filter (where is_settled) as taken,
            greatest(0, sum(amount) filter (
              where is_settled and (late = 0 or amount < 0))) as in_time,
            sum(amount) filter (where not is_settled) as overdue,
            max(p.late) filter (where not is_settled) as longest
          from piece p where p.kind = b.kind and p.number = b.number) p
        where p.weight > 0),
      behaviour as (
        select side, party, currency,
          (array_agg(party_name order by item_date desc, number desc))[1] as party_name,
          count(*)::int as items, sum(taken) / nullif(sum(settled), 0) as to_pay,
          greatest(0, sum(late) / sum(weight)) as late,
          100 * coalesce(sum(in_time), 0) / sum(weight) as in_time,
          coalesce(sum(overdue), 0) as overdue, max(longest)::int as longest
        from each_bill group by side, party, currency)
      select side || ':' || party as key, side, party, party_name, items,
        round(to_pay, 1) as average_days_to_pay, round(late, 1) as average_days_late,
        round(in_time, 2) as on_time_percent, overdue as overdue_amount,
        longest as longest_days_overdue, round(greatest(0, 100 - late), 1) as score, currency
      from behaviour
      """;

  private final Companies companies;
  private final RowLists lists;
  private final PaymentBehaviourSettingsJdbc settings;
  private final BusinessTime time;

  PaymentBehaviourHttp(
      Companies companies,
      RowLists lists,
      PaymentBehaviourSettingsJdbc settings,
      BusinessTime time) {
    this.settings = settings;
    this.companies = companies;
    this.lists = lists;
    this.time = time;
  }

  /** How promptly each party was paid or paid. */
  @GetMapping
  @ListOf(PaymentBehaviour.class)
  ListAnswer<PaymentBehaviour> all(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    return lists.page(PaymentBehaviour.class, rows(company), ListRequest.of(query));
  }

  /** One row of it by its key, such as receivables:CITY. */
  @GetMapping("/{key}")
  PaymentBehaviour one(@PathVariable CompanyCode company, @PathVariable String key) {
    return lists
        .one(PaymentBehaviour.class, rows(company), Map.of("key", key))
        .orElseThrow(
            () ->
                Refused.notFound(
                    "Nothing is known of '%s'. Look it up in the list.".formatted(key)));
  }

  private Rows rows(CompanyCode company) {
    LocalDate today = companies.dayOf(company, time.occurredAt(Optional.empty()));
    return Rows.of(company, SQL, settings.of(company).settings().months(), today);
  }
}
