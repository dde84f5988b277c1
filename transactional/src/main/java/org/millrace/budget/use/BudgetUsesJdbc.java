package org.millrace.budget.use;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.budget.Budget;
import org.millrace.budget.BudgetCode;
import org.millrace.budget.Budgets;
import org.millrace.budget.Excess;
import org.millrace.database.PerTransaction;
import org.millrace.dimension.DimensionCode;
import org.millrace.dimension.DimensionValue;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Charts;
import org.millrace.ledger.StandardAccounts;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stock is spent by bills of goods that name its cost centre, everything else by entries on the
 * account. Committed is what is ordered and not billed, of services what is not received, in the
 * month that it is promised for.
 */
@Component
class BudgetUsesJdbc implements BudgetUses, Budgets {
  /** Bound: company, stock account; stock account, company; stock and expense account, company. */
  private static final String USED =
      """
      used(account, cost_centre, month, actual, committed, document) as (
        select l.account, substring(l.dimensions from '(?:^|;)COST-CENTRE=([^;]*)'),
          date_trunc('month', e.posting_date)::date,
          case when l.account_type in ('liability', 'equity', 'revenue') then l.credit - l.debit
            else l.debit - l.credit end,
          0, e.document_domain || '/' || e.document_type || '/' || e.document_number
        from ledger.entry e
        join ledger.journal_line l on l.company = e.company and l.entry = e.number
        where e.company = ? and l.account <> ?
          and l.account in (select account from budget.budget_line where company = e.company)
        union all
        select ?, substring(l.dimensions from '(?:^|;)COST-CENTRE=([^;]*)'),
          date_trunc('month', i.invoice_date)::date, l.net_amount, 0,
          'purchasing/supplier-invoice/' || i.number
        from purchasing.supplier_invoice i
        join purchasing.supplier_invoice_line l
          on l.company = i.company and l.invoice_number = i.number
        join item.item t on t.company = l.company and t.code = l.item and t.kind = 'stocked'
        where i.company = ?
        union all
        select case when t.kind = 'stocked' then ?
            else coalesce(nullif(l.account, '6000'), ?) end,
          substring(l.dimensions from '(?:^|;)COST-CENTRE=([^;]*)'),
          date_trunc('month', o.promised_date)::date, 0,
          round(greatest(
            case when t.kind <> 'stocked'
              then case when o.status = 'open' then l.quantity else 0 end - l.received_quantity
              when o.status = 'open'
              then greatest(l.quantity, l.received_quantity) - l.invoiced_quantity
              else l.received_quantity - l.invoiced_quantity end, 0) * l.unit_price, 2),
          'purchasing/purchase-order/' || o.number
        from purchasing.purchase_order o
        join purchasing.order_line l on l.company = o.company and l.order_number = o.number
        join item.item t on t.company = l.company and t.code = l.item
        where o.company = ? and o.status in ('open', 'received'))
      """;

  private static final String USES =
      "with "
          + USED
          + """
          select b.code || ':' || l.account || ':' || coalesce(l.cost_centre, '') || ':'
              || to_char(l.month, 'YYYY-MM') as id,
            b.code as budget, l.account,
              (select coalesce(max(o.name), max(a.name)) from ledger.account a
                full join (select * from ledger.chart_account where company = b.company) o
                  on o.code = a.code
                where coalesce(o.code, a.code) = l.account) as account_name, l.cost_centre, l.month,
            l.amount as budgeted, coalesce(sum(u.actual), 0) as actual,
            coalesce(sum(u.committed), 0) as committed,
            l.amount - coalesce(sum(u.actual + u.committed), 0) as left,
            b.currency
          from budget.budget b
          join budget.budget_line l on l.company = b.company and l.budget = b.code
          left join used u on u.account = l.account and u.month = l.month
            and (l.cost_centre is null or u.cost_centre = l.cost_centre)
          where b.company = ? and b.active
          group by b.company, b.code, b.currency, l.account, l.cost_centre, l.month, l.amount
          """;

  private static final String BILL = "supplier-invoice";

  private final JdbcClient jdbc;
  private final RowLists lists;
  private final Companies companies;
  private final Charts charts;
  private final Items items;
  private final PerTransaction<CompanyCode, Boolean> controlled = new PerTransaction<>();

  BudgetUsesJdbc(JdbcClient jdbc, RowLists lists, Companies companies, Charts charts, Items items) {
    this.jdbc = jdbc;
    this.lists = lists;
    this.companies = companies;
    this.charts = charts;
    this.items = items;
  }

  @Override
  public ListAnswer<BudgetUse> page(Company company, ListRequest request) {
    List<Object> bound = new ArrayList<>(bound(company.code()));
    bound.remove(0); // the company comes first by itself
    bound.add(company.code().value());
    return lists.page(BudgetUse.class, Rows.of(company.code(), USES, bound.toArray()), request);
  }

  /** What {@link #USED} is asked for. */
  private List<Object> bound(CompanyCode company) {
    String code = company.value();
    String stock = charts.of(company).of(StandardAccounts.INVENTORY).value();
    String expense = charts.of(company).of(StandardAccounts.OPERATING_EXPENSES).value();
    return List.of(code, stock, stock, code, stock, expense, code);
  }

  @Override
  public List<Excess> exceeded(CompanyCode company, Spending spending) {
    if (!controlled.get(company, this::isControlled)) {
      return List.of();
    }
    List<Used> asked = asked(company, spending);
    Set<String> accounts = new TreeSet<>();
    asked.forEach(each -> accounts.add(each.place().account().value()));
    List<Used.Planned> planned = planned(company, accounts);
    if (planned.isEmpty()) {
      return List.of();
    }
    List<Used> all = new ArrayList<>(used(companies.named(company), accounts, spending));
    all.addAll(asked);
    return Used.exceeded(planned, all);
  }

  private List<Used> asked(CompanyCode company, Spending spending) {
    Map<ItemCode, Item> known =
        items.named(company, spending.lines().stream().map(Spending.Line::item).toList());
    AccountCode stock = charts.of(company).of(StandardAccounts.INVENTORY);
    AccountCode expense = charts.of(company).of(StandardAccounts.OPERATING_EXPENSES);
    List<Used> asked = new ArrayList<>(spending.lines().size());
    for (Spending.Line line : spending.lines()) {
      Item item = known.get(line.item());
      boolean isStock = item == null || item.isStocked();
      if (!isStock && spending.document().type().equals(BILL)) {
        continue; // spent when the service was received
      }
      Money none = Money.zero(line.amount().currency());
      asked.add(
          new Used(
              new Used.Place(
                  isStock ? stock : line.account().orElse(expense),
                  line.dimensions().flatMap(named -> named.of(DimensionCode.COST_CENTRE)),
                  YearMonth.from(spending.day())),
              none,
              none,
              line.amount()));
    }
    return asked;
  }

  private boolean isControlled(CompanyCode company) {
    return jdbc.sql(
            """
            select exists (select from budget.budget
              where company = ? and active and control <> 'none')
            """)
        .param(company.value())
        .query(Boolean.class)
        .single();
  }

  private List<Used.Planned> planned(CompanyCode company, Set<String> accounts) {
    return jdbc.sql(
            """
            select b.code, b.control, b.span, l.account, l.cost_centre, l.month, l.amount,
              (select min(month) from budget.budget_line
                where company = b.company and budget = b.code) as first,
              (select max(month) from budget.budget_line
                where company = b.company and budget = b.code) as last
            from budget.budget b
            join budget.budget_line l on l.company = b.company and l.budget = b.code
            where b.company = :company and b.active and b.control <> 'none'
              and l.account = any(:accounts)
            order by b.code, l.line
            """)
        .param("company", company.value())
        .param("accounts", accounts.toArray(String[]::new))
        .query(
            (row, n) ->
                new Used.Planned(
                    new BudgetCode(row.getString("code")),
                    Budget.Control.valueOf(word(row, "control")),
                    Budget.Span.valueOf(word(row, "span")),
                    place(row),
                    row.getBigDecimal("amount"),
                    YearMonth.from(row.getObject("first", LocalDate.class)),
                    YearMonth.from(row.getObject("last", LocalDate.class))))
        .list();
  }

  private static String word(ResultSet row, String column) throws SQLException {
    return row.getString(column).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Used.Place place(ResultSet row) throws SQLException {
    return new Used.Place(
        new AccountCode(row.getString("account")),
        Optional.ofNullable(row.getString("cost_centre")).map(DimensionValue::new),
        YearMonth.from(row.getObject("month", LocalDate.class)));
  }

  /** What the other documents spend and commit on the accounts. */
  private List<Used> used(Company company, Set<String> accounts, Spending spending) {
    List<Object> bound = new ArrayList<>(bound(company.code()));
    bound.add(accounts.toArray(String[]::new));
    bound.add(
        spending.document().domain()
            + "/"
            + spending.document().type()
            + "/"
            + spending.document().number());
    Money none = Money.zero(company.currency());
    return jdbc.sql(
            "with "
                + USED
                + """
                select account, cost_centre, month, sum(actual) as actual,
                  sum(committed) as committed
                from used where account = any(?) and document <> ?
                group by account, cost_centre, month
                """)
        .params(bound)
        .query(
            (row, n) ->
                new Used(
                    place(row),
                    money(row.getBigDecimal("actual"), none),
                    money(row.getBigDecimal("committed"), none),
                    none))
        .list();
  }

  private static Money money(BigDecimal amount, Money of) {
    return Money.of(amount, of.currency());
  }
}
