package org.millrace.ledger.period;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.millrace.ledger.ClosingCheck;
import org.millrace.ledger.unbilled.UnbilledRows;

/**
 * The checklist of a month as queries. Their parameters are the company, the last day of the month,
 * its time zone, what other parts found, as {@code name|page|number} joined by line feeds, and
 * those of {@link UnbilledRows}.
 */
final class ClosingRows {
  /** What stands behind the lines, up to the last day. */
  private static final String BEHIND =
      """
      with asked as (select ?::text as company, ?::date as day, ?::text as zone, ?::text as found),
      behind as (
        select 'drafts' as name, 'stock/transfer' as kind, d.number,
          (d.drafted_at at time zone a.zone)::date as date
        from stock.transfer d join asked a on a.company = d.company where d.status = 'draft'
        union all
        select 'drafts', 'stock/count', d.number, (d.drafted_at at time zone a.zone)::date
        from stock.count d join asked a on a.company = d.company where d.status = 'draft'
        union all
        select 'drafts', 'purchasing/blocked-bill', d.number, d.invoice_date
        from purchasing.blocked_bill d join asked a on a.company = d.company
        where d.status in ('blocked', 'waiting')
        union all
        select 'drafts', 'approval/request', d.number, (d.requested_at at time zone a.zone)::date
        from approval.request d join asked a on a.company = d.company
        where d.status = 'waiting'
        union all
        select 'bank-lines', 'bank/statement', s.number, min(l.date)
        from bank.statement s
        join asked a on a.company = s.company
        join bank.statement_line l
          on l.company = s.company and l.statement = s.number and l.date <= a.day
        where l.status = 'open' and s.status <> 'cancelled'
        group by s.number
        union all
        select distinct 'tax-return', e.document_domain || '/' || e.document_type,
          e.document_number, e.entry_date
        from tax.entry e join asked a on a.company = e.company
        where e.return_number is null and e.entry_date <= a.day
        union all
        select split_part(f, '|', 1), split_part(f, '|', 2), split_part(f, '|', 3), null
        from asked a cross join string_to_table(a.found, chr(10)) as f where f <> ''
        union all
        select 'unbilled-goods', 'ledger/unbilled', u.number, u.received_on from (
      %s) u)
      """
          .formatted(UnbilledRows.SQL);

  /** A row for each document behind one line, whose name is the last parameter. */
  static final String DOCUMENTS =
      BEHIND
          + """
          select b.kind, b.number, b.date from behind b, asked a
          where (b.date is null or b.date <= a.day) and b.name = ?
          order by b.date nulls first, b.number limit 200
          """;

  /** A row for each line. */
  static final String LINES =
      BEHIND
          + """
          select to_char(a.day, 'YYYY-MM') || ':' || c.name as id,
            to_char(a.day, 'YYYY-MM') as month,
            c.position, c.name,
            case when n.open_count = 0 then 'done' when w.reason is not null then 'waived'
              else 'open' end as status,
            n.open_count, w.reason, case when w.reason is not null then w.decided_by end
              as decided_by,
            case when w.reason is not null then w.decided_at end as decided_at
          from asked a
          cross join (values %s) c (position, name)
          cross join lateral (
            select count(*)::int as open_count from behind b
            where b.name = c.name and (b.date is null or b.date <= a.day)) n
          left join ledger.closing_waiver w
            on w.company = a.company and w.month = date_trunc('month', a.day)::date
              and w.line = c.name
          """
              .formatted(
                  Arrays.stream(ClosingCheck.values())
                      .map(check -> "(%d, '%s')".formatted(check.ordinal() + 1, check.word()))
                      .collect(Collectors.joining(", ")));

  private ClosingRows() {}
}
