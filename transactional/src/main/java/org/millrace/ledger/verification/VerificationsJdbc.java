package org.millrace.ledger.verification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Chart;
import org.millrace.ledger.Charts;
import org.millrace.ledger.StandardAccounts;
import org.millrace.party.Company;
import org.springframework.stereotype.Component;

@Component
class VerificationsJdbc implements Verifications, BooksHold {
  /** What the documents say of a control account, as the sum of a column of theirs. */
  private record Control(Check.Name check, AccountCode account, String documents) {
    Counted counted(Chart chart) {
      AccountCode there = chart.of(account);
      return new Counted(
          check,
          "'" + there.value() + "'",
          documents,
          """
          select coalesce(sum(l.debit - l.credit), 0) from ledger.line l, asked
          where l.company = asked.company and l.account = '%s'
          """
              .formatted(there.value()));
    }
  }

  /** A check: two queries of one figure each, what is expected and what is found. */
  private record Counted(Check.Name check, String account, String expected, String found) {
    String row(int position) {
      return """
      select %d as position, '%s' as name, %s as account, (%s)::numeric as expected,
        (%s)::numeric as found
      """
          .formatted(position, check.column(), account, expected, found);
    }
  }

  private static final List<Control> CONTROLS =
      List.of(
          new Control(
              Check.Name.RECEIVABLES,
              StandardAccounts.RECEIVABLE,
              sum("open_amount", open("receivables"))),
          new Control(
              Check.Name.PAYABLES, StandardAccounts.PAYABLE, sum("open_amount", open("payables"))),
          new Control(
              Check.Name.STOCK, StandardAccounts.INVENTORY, sum("value_amount", "stock.valuation")),
          new Control(
              Check.Name.WORK_IN_PROGRESS,
              StandardAccounts.WORK_IN_PROGRESS,
              sum(
                  "material_cost + actuals_labour_cost + actuals_overhead_cost"
                      + " - completed_cost - actuals_loss_cost",
                  "production.work_order")),
          new Control(
              Check.Name.RECEIVED_NOT_INVOICED,
              StandardAccounts.RECEIVED_NOT_INVOICED,
              "select (%s) - (%s) - (%s)"
                  .formatted(
                      sum("amount", "purchasing.receipt_match"),
                      sum("amount", "purchasing.receipt_line"),
                      sum("amount", "stock.landed_cost"))),
          new Control(
              Check.Name.PREPAYMENTS,
              StandardAccounts.PREPAYMENTS,
              "select (%s) - (%s)"
                  .formatted(
                      sum("base", "sales.invoice_prepaid"),
                      sum("net_amount", "sales.invoice").concat(" and t.purpose = 'prepayment'"))),
          new Control(
              Check.Name.REBATES_OWED,
              StandardAccounts.REBATES_OWED,
              "select -(%s)".formatted(sum("accrued_amount", "sales.rebate_agreement"))));

  private static final List<Counted> COUNTS =
      List.of(
          new Counted(
              Check.Name.ENTRIES_BALANCE,
              "null",
              "0",
              """
              select count(*) from (
                select from ledger.line l, asked where l.company = asked.company
                group by l.entry having sum(l.debit) <> sum(l.credit)) unbalanced
              """),
          new Counted(
              Check.Name.ENTRIES_HAVE_LINES,
              "null",
              "0",
              """
              select count(*) from ledger.entry e, asked where e.company = asked.company
                and not exists (
                  select from ledger.line l where l.company = e.company and l.entry = e.number)
              """),
          new Counted(
              Check.Name.NUMBERS_WITHOUT_GAP,
              "null",
              "select coalesce(max(b.last_number), 0) from ledger.book b, asked"
                  + " where b.company = asked.company",
              "select count(*) from ledger.entry e, asked where e.company = asked.company"),
          new Counted(
              Check.Name.SEALS_FIT,
              "null",
              "select count(*) from ledger.seal s, asked where s.company = asked.company",
              """
              select count(*) from (
                select s.seal = ledger.seal_of(
                    coalesce(lag(s.seal) over following, ''), s.company, s.first, s.last)
                  and s.first = coalesce(lag(s.last) over following, 0) + 1 as fits
                from ledger.seal s, asked where s.company = asked.company
                window following as (order by s.last)) link
              where fits
              """));

  private final RowLists lists;
  private final Charts charts;

  VerificationsJdbc(RowLists lists, Charts charts) {
    this.lists = lists;
    this.charts = charts;
  }

  /** The open items of a side: of invoices and bills, on account, taken over. */
  private static String open(String side) {
    return "(select * from settlement.open_item where side = '%s')".formatted(side);
  }

  private static String sum(String amount, String table) {
    return "select coalesce(sum(%s), 0) from %s t, asked where t.company = asked.company"
        .formatted(amount, table);
  }

  private static String query(Chart chart) {
    List<Counted> all =
        Stream.concat(COUNTS.stream(), CONTROLS.stream().map(control -> control.counted(chart)))
            .toList();
    String rows =
        IntStream.range(0, all.size())
            .mapToObj(i -> all.get(i).row(i + 1))
            .collect(Collectors.joining("\nunion all\n"));
    return """
    with asked as (select ?::text as company), figure as (
    %s)
    select position, name, account, expected, found, found - expected as difference,
      found = expected as holds
    from figure
    """
        .formatted(rows);
  }

  @Override
  public ListAnswer<Check> checks(Company company, ListRequest request) {
    return lists.page(
        Check.class,
        Rows.of(company.code(), query(charts.of(company.code()))).in(company.currency()),
        request);
  }

  @Override
  public List<String> failing(Company company) {
    return checks(company, ListRequest.having(Map.of("holds", "false"))).rows().stream()
        .map(check -> check.name().column())
        .toList();
  }
}
