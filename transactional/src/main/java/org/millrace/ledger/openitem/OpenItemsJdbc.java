package org.millrace.ledger.openitem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Company;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OpenItemsJdbc implements OpenItems {
  private static final String ITEMS =
      """
      with open_item as (
        select number, party, party_name, item_date as invoice_date, due_date,
          %1$snet_amount as net_amount, %1$sopen_amount as open
        from settlement.open_item where company = ? and side = '%2$s' and open_amount <> 0),
      item as (select *, greatest(?::date - due_date, 0) as late from open_item)
      """;
  private static final String BALANCES =
      """
      select party,
        (array_agg(party_name order by invoice_date desc, number desc))[1] as party_name,
        coalesce(sum(open) filter (where late = 0), 0) as not_due,
        coalesce(sum(open) filter (where late between 1 and 30), 0) as days1_to30,
        coalesce(sum(open) filter (where late between 31 and 60), 0) as days31_to60,
        coalesce(sum(open) filter (where late between 61 and 90), 0) as days61_to90,
        coalesce(sum(open) filter (where late > 90), 0) as over90,
        sum(open) as total, ?::text as currency
      from item group by party
      """;

  private final JdbcClient jdbc;
  private final RowLists lists;

  OpenItemsJdbc(JdbcClient jdbc, RowLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
  }

  private static String items(Side side) {
    return switch (side) {
      case RECEIVABLES -> ITEMS.formatted("", "receivables");
      case PAYABLES -> ITEMS.formatted("-", "payables");
    };
  }

  @Override
  public ListAnswer<Balance> balances(
      Company company, Side side, LocalDate today, ListRequest request) {
    String currency = company.currency().getCurrencyCode();
    Rows rows = Rows.of(company.code(), items(side) + BALANCES, today, currency);
    return lists.page(Balance.class, rows, request);
  }

  @Override
  public Balance of(Company company, Side side, LocalDate today, Party party) {
    ListRequest one = ListRequest.having(Map.of("party", party.code().value()));
    return balances(company, side, today, one)
        .first()
        .orElseGet(() -> Balance.none(party, company.currency()));
  }

  @Override
  public List<Item> items(Company company, Side side, LocalDate today, PartyCode party) {
    return jdbc.sql(items(side) + "select * from item where party = ? order by due_date, number")
        .params(company.code().value(), today, party.value())
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

  private static Money money(ResultSet row, String column, Company company) throws SQLException {
    return Money.of(row.getBigDecimal(column), company.currency());
  }
}
