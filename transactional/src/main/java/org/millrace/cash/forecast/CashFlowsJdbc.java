package org.millrace.cash.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Company;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CashFlowsJdbc implements CashFlows {
  /** What a party has paid, it paid so many days late, half of it earlier and half of it later. */
  private static final String FLOWS =
      """
      with asked as (
        select ?::text as company, ?::date as day, ?::text as home,
          date_trunc('week', ?::date)::date as monday),
      account as (
        select b.code, b.currency, b.ledger_account, 1 as rank
        from bank.account b join asked on asked.company = b.company
        union all
        select 'CASH', home, '1000', 2 from asked
        where not exists (
          select from bank.account b
          where b.company = asked.company and b.ledger_account = '1000')),
      home_account as (
        select code from account, asked
        order by (account.currency = asked.home) desc, rank, code limit 1),
      account_of as (
        select distinct on (currency) currency, code
        from account order by currency, rank, code),
      paid as (
        select i.party, i.side, max(s.day) - i.due_date as late
        from settlement.item i
        join asked on asked.company = i.company
        join settlement.settled s
          on s.company = i.company and s.kind = i.kind and s.item = i.number
        where i.kind in ('invoice', 'supplier-invoice', 'opening-item') and i.open_amount = 0
        group by i.kind, i.number, i.party, i.side, i.due_date),
      habit as (
        select party, side,
          round(percentile_cont(0.5) within group (order by late))::int as days
        from paid group by party, side),
      run as (
        select regexp_replace(l.item, '^.* ', '') as number, min(h.payment_date) as day,
          min(h.account) as account
        from bank.payment_run h
        join asked on asked.company = h.company
        join bank.payment_run_line l on l.company = h.company and l.payment_run = h.number
        where h.status in ('draft', 'released') group by 1),
      expected as (
        select case when r.number is not null then 'payment-run' else i.side end as source,
          i.number as document, i.party, i.party_name, i.due_date,
          coalesce(r.day, i.due_date + coalesce(h.days, 0)) as wanted,
          case when r.number is null then coalesce(h.days, 0) else 0 end as days,
          coalesce(r.account, a.code) as account, i.open_amount as amount
        from settlement.open_item i
        join asked on asked.company = i.company
        left join habit h on h.party = i.party and h.side = i.side
        left join run r on r.number = i.number and i.side = 'payables'
        left join account_of a on a.currency = i.document_currency
        where i.open_amount <> 0
        union all
        select 'sales-order', o.number, o.customer, o.customer_name,
          greatest(coalesce(o.requested_date, o.order_date), asked.day)
            + coalesce(p.terms_days, 30),
          greatest(coalesce(o.requested_date, o.order_date), asked.day)
            + coalesce(p.terms_days, 30) + coalesce(h.days, 0),
          coalesce(h.days, 0), a.code,
          round(sum((l.quantity - l.invoiced_quantity) * l.unit_price
            * (1 - coalesce(l.discount_percent, 0) / 100)
            * (1 - coalesce(o.document_discount_percent, 0) / 100)), 2)
        from sales.sales_order o
        join asked on asked.company = o.company
        join sales.order_line l on l.company = o.company and l.number = o.number
        join party.party p on p.company = o.company and p.code = o.customer
        left join habit h on h.party = o.customer and h.side = 'receivables'
        left join account_of a on a.currency = coalesce(o.foreign_currency, o.currency)
        where o.status in ('open', 'delivered')
        group by o.number, o.customer, o.customer_name, o.requested_date, o.order_date,
          asked.day, p.terms_days, h.days, a.code
        union all
        select 'purchase-order', o.number, o.supplier, o.supplier_name,
          greatest(max(coalesce(l.promised_date, o.promised_date)), asked.day)
            + coalesce(p.terms_days, 30),
          greatest(max(coalesce(l.promised_date, o.promised_date)), asked.day)
            + coalesce(p.terms_days, 30) + coalesce(h.days, 0),
          coalesce(h.days, 0), a.code,
          -round(sum((l.quantity - l.invoiced_quantity) * l.unit_price), 2)
        from purchasing.purchase_order o
        join asked on asked.company = o.company
        join purchasing.order_line l on l.company = o.company and l.order_number = o.number
        join party.party p on p.company = o.company and p.code = o.supplier
        left join habit h on h.party = o.supplier and h.side = 'payables'
        left join account_of a on a.currency = coalesce(o.foreign_currency, o.currency)
        where o.status in ('open', 'received')
        group by o.number, o.supplier, o.supplier_name, asked.day,
          p.terms_days, h.days, a.code
        union all
        select 'planned', p.number, null, p.text, d.day, d.day, 0, p.account,
          case p.direction when 'in' then p.amount else -p.amount end
        from cash.planned p
        join asked on asked.company = p.company
        cross join lateral (
          select (p.first_date + n * case p.every when 'week' then interval '1 week'
            when 'month' then interval '1 month' when 'quarter' then interval '3 months'
            else interval '1 year' end)::date as day
          from generate_series(0, case p.every when 'once' then 0 else 5300 end) n) d
        where p.status = 'active' and d.day >= asked.day and d.day < asked.monday + 7 * 13
          and (p.last_date is null or d.day <= p.last_date)),
      flow as (
        select date_trunc('week', greatest(e.wanted, asked.day))::date as week,
          greatest(e.wanted, asked.day) as expected_date,
          coalesce(e.account, home_account.code) as account, e.source, e.document, e.party,
          e.party_name, e.due_date, e.days as days_shifted, e.amount, asked.home as currency
        from expected e, asked, home_account
        where e.amount <> 0 and greatest(e.wanted, asked.day) < asked.monday + 7 * 13)
      """;

  private static final String WEEKS =
      """
      , money as (
        select a.code, a.ledger_account, case when a.code = first_value(a.code) over (
            partition by a.ledger_account order by a.rank, a.code)
          then coalesce(b.balance, 0) else 0 end as balance
        from account a
        left join (
          select l.account, sum(l.debit - l.credit) as balance
          from ledger.line l join asked on asked.company = l.company
          group by l.account) b on b.account = a.ledger_account),
      cell as (
        select m.code as account, m.ledger_account, w.week, m.balance,
          coalesce(sum(f.amount) filter (where f.source = 'receivables'), 0) as receipts,
          coalesce(sum(f.amount) filter (where f.source in ('payables', 'payment-run')), 0)
            as payments,
          coalesce(sum(f.amount) filter (where f.source = 'sales-order'), 0) as sales_orders,
          coalesce(sum(f.amount) filter (where f.source = 'purchase-order'), 0)
            as purchase_orders,
          coalesce(sum(f.amount) filter (where f.source = 'planned'), 0) as planned,
          coalesce(sum(f.amount), 0) as net
        from money m
        cross join (
          select monday + 7 * n as week from asked, generate_series(0, 12) n) w
        left join flow f on f.account = m.code and f.week = w.week
        group by m.code, m.ledger_account, w.week, m.balance),
      week as (
        select account || ':' || week as key, account, ledger_account, week,
          balance + sum(net) over running - net as opening, receipts, payments, sales_orders,
          purchase_orders, planned, balance + sum(net) over running as closing,
          asked.home as currency
        from cell, asked
        window running as (partition by account order by week))
      """;

  private static final String OUTCOMES =
      """
      select h.number || ':' || l.account || ':' || l.week as key, h.number as forecast,
        h.forecast_date, l.account, l.week, l.closing - l.opening as forecast_amount,
        m.moved as actual_amount, m.moved - (l.closing - l.opening) as difference, h.currency
      from cash.forecast h
      join cash.forecast_line l on l.company = h.company and l.forecast = h.number
      cross join lateral (
        select coalesce(sum(j.debit - j.credit), 0) as moved
        from ledger.line j
        join ledger.entry e on e.company = j.company and e.number = j.entry
        where j.company = h.company and j.account = l.ledger_account
          and e.posting_date between greatest(l.week, h.forecast_date + 1) and l.week + 6) m
      where h.company = ? and l.week + 6 < ?::date
      """;

  private final RowLists lists;
  private final JdbcClient jdbc;

  CashFlowsJdbc(RowLists lists, JdbcClient jdbc) {
    this.lists = lists;
    this.jdbc = jdbc;
  }

  private static Rows rows(Company company, LocalDate today, String query) {
    String home = company.currency().getCurrencyCode();
    return Rows.of(company.code(), FLOWS + query, today, home, today);
  }

  @Override
  public ListAnswer<CashWeek> weeks(Company company, LocalDate today, ListRequest request) {
    return lists.page(CashWeek.class, rows(company, today, WEEKS + "select * from week"), request);
  }

  @Override
  public ListAnswer<CashFlow> flows(Company company, LocalDate today, ListRequest request) {
    return lists.page(CashFlow.class, rows(company, today, "select * from flow"), request);
  }

  @Override
  public ListAnswer<CashOutcome> outcomes(Company company, LocalDate today, ListRequest request) {
    return lists.page(CashOutcome.class, Rows.of(company.code(), OUTCOMES, today), request);
  }

  @Override
  public List<CashForecast.Line> lines(Company company, LocalDate today) {
    Rows rows = rows(company, today, WEEKS + "select * from week order by account, week");
    return jdbc.sql(rows.sql())
        .params(rows.parameters())
        .query(
            (row, i) ->
                new CashForecast.Line(
                    i + 1,
                    row.getString("account"),
                    row.getString("ledger_account"),
                    row.getObject("week", LocalDate.class),
                    money(row, "opening", company),
                    money(row, "receipts", company),
                    money(row, "payments", company),
                    money(row, "sales_orders", company),
                    money(row, "purchase_orders", company),
                    money(row, "planned", company),
                    money(row, "closing", company)))
        .list();
  }

  private static Money money(ResultSet row, String column, Company company) throws SQLException {
    return Money.of(row.getBigDecimal(column), company.currency());
  }
}
