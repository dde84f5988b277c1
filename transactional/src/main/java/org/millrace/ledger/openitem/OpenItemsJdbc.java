package org.millrace.ledger.openitem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.millrace.party.Company;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OpenItemsJdbc implements OpenItems {
  private static final String ITEMS =
      """
      with item as (
        select number, %1$s as party, %1$s_name as party_name, invoice_date, due_date, net_amount,
          net_amount - paid_amount as open, greatest(:today::date - due_date, 0) as late
        from %2$s
        where company = :company and net_amount <> paid_amount)
      """;
  private static final String BALANCES =
      """
      select party, (array_agg(party_name order by invoice_date desc, number desc))[1] as name,
        coalesce(sum(open) filter (where late = 0), 0) as not_due,
        coalesce(sum(open) filter (where late between 1 and 30), 0) as days_1_to_30,
        coalesce(sum(open) filter (where late between 31 and 60), 0) as days_31_to_60,
        coalesce(sum(open) filter (where late between 61 and 90), 0) as days_61_to_90,
        coalesce(sum(open) filter (where late > 90), 0) as over_90,
        sum(open) as total
      from item where %s
      group by party order by total desc, party limit :limit offset :offset
      """;

  private final JdbcClient jdbc;

  OpenItemsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private JdbcClient.StatementSpec ask(Company company, Side side, LocalDate today, String what) {
    String items =
        switch (side) {
          case RECEIVABLES -> ITEMS.formatted("customer", "sales.invoice");
          case PAYABLES -> ITEMS.formatted("supplier", "purchasing.supplier_invoice");
        };
    return jdbc.sql(items + what).param("company", company.code().value()).param("today", today);
  }

  @Override
  public Page<Balance> balances(Company company, Side side, LocalDate today, PageRequest request) {
    String found = BALANCES.formatted("party ilike :search or party_name ilike :search");
    return request.page(
        ask(company, side, today, found)
            .param("search", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query((row, i) -> balance(row, company))
            .list());
  }

  @Override
  public Balance of(Company company, Side side, LocalDate today, Party party) {
    return ask(company, side, today, BALANCES.formatted("party = :party"))
        .param("party", party.code().value())
        .param("limit", 1)
        .param("offset", 0)
        .query((row, i) -> balance(row, company))
        .optional()
        .orElseGet(() -> Balance.none(party, company.currency()));
  }

  @Override
  public List<Item> items(Company company, Side side, LocalDate today, PartyCode party) {
    String found = "select * from item where party = :party order by due_date, number";
    return ask(company, side, today, found)
        .param("party", party.value())
        .query(
            (row, i) ->
                new Item(
                    row.getString("number"),
                    row.getObject("invoice_date", LocalDate.class),
                    row.getObject("due_date", LocalDate.class),
                    row.getInt("late"),
                    money(row, "net_amount", company),
                    money(row, "open", company)))
        .list();
  }

  private static Balance balance(ResultSet row, Company company) throws SQLException {
    return new Balance(
        new PartyCode(row.getString("party")),
        row.getString("name"),
        money(row, "not_due", company),
        money(row, "days_1_to_30", company),
        money(row, "days_31_to_60", company),
        money(row, "days_61_to_90", company),
        money(row, "over_90", company),
        money(row, "total", company),
        company.currency());
  }

  private static Money money(ResultSet row, String column, Company company) throws SQLException {
    return Money.of(row.getBigDecimal(column), company.currency());
  }
}
