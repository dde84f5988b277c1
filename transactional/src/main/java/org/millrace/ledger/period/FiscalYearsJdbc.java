package org.millrace.ledger.period;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Company;
import org.springframework.stereotype.Component;

/** The fiscal years of the books, from that of the first entry to that of the running month. */
@Component
class FiscalYearsJdbc {
  private static final String YEARS =
      """
      with asked as (
        select ?::text as company, ?::int as start_month, ?::date as running,
          nullif(?, '')::date as closed_through, ?::text as currency),
      earned as (
        select (date_trunc('month', e.posting_date) - make_interval(months =>
            (extract(month from e.posting_date)::int - a.start_month + 12) % 12))::date as first,
          sum(l.credit - l.debit) filter (where l.account_type = 'revenue') as revenue,
          sum(l.debit - l.credit) filter (where l.account_type = 'expense') as expense
        from asked a
        join ledger.entry e on e.company = a.company
        join ledger.journal_line l on l.company = e.company and l.entry = e.number
        group by 1),
      running as (
        select (a.running - make_interval(months =>
          (extract(month from a.running)::int - a.start_month + 12) % 12))::date as first
        from asked a),
      years as (
        select y::date as first, (y + interval '11 months')::date as last
        from running r, generate_series(
          least(r.first, (select min(first) from earned)), r.first, interval '1 year') y),
      filled as (
        select y.first, y.last, coalesce(e.revenue, 0) as revenue, coalesce(e.expense, 0) as expense
        from years y left join earned e on e.first = y.first)
      select to_char(f.first, 'YYYY-MM') as first_month, to_char(f.last, 'YYYY-MM') as last_month,
        to_char(f.first, 'YYYY')
          || case when a.start_month > 1 then to_char(f.last, '/YY') else '' end as name,
        case when f.last <= a.closed_through then 'closed' else 'open' end as status,
        (select count(*) from generate_series(f.first, least(f.last, a.running),
          interval '1 month') m
          where a.closed_through is null or m > a.closed_through)::int as open_months,
        f.revenue, f.expense, f.revenue - f.expense as result,
        coalesce(sum(f.revenue - f.expense) over (order by f.first
          rows between unbounded preceding and 1 preceding), 0) as earlier_results,
        a.currency
      from filled f, asked a
      """;

  private final RowLists lists;

  FiscalYearsJdbc(RowLists lists) {
    this.lists = lists;
  }

  ListAnswer<ListedFiscalYear> page(
      Company company, PeriodStatus.Books books, ListRequest request) {
    Rows rows =
        Rows.of(
            company.code(),
            YEARS,
            company.fiscalYearStartMonth(),
            books.running().atDay(1),
            books.closedThrough().map(month -> month.atDay(1).toString()).orElse(""),
            company.currency().getCurrencyCode());
    return lists.page(ListedFiscalYear.class, rows, request);
  }

  /** The year that begins with a month. */
  Optional<ListedFiscalYear> find(Company company, PeriodStatus.Books books, YearMonth first) {
    ListRequest request = ListRequest.having(Map.of("firstMonth", first.toString()));
    return page(company, books, request).first();
  }
}
