package org.millrace.settlement.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.PartyCode;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.OpenItem;
import org.millrace.settlement.Side;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component("settlementOpenItems")
class OpenItemsJdbc implements OpenItems {
  private static final String ROWS = "select * from settlement.open_item where company = ?";

  private final JdbcClient jdbc;
  private final RowLists lists;

  OpenItemsJdbc(JdbcClient jdbc, RowLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
  }

  @Override
  public ListAnswer<OpenItem> page(CompanyCode company, ListRequest request) {
    return lists.page(OpenItem.class, Rows.of(company, ROWS), request);
  }

  @Override
  public List<OpenItem> all(CompanyCode company) {
    return jdbc.sql(ROWS + " order by due_date, kind, number")
        .params(company.value())
        .query((row, i) -> item(row))
        .list();
  }

  private static OpenItem item(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new OpenItem(
        ItemKind.valueOf(constant(row.getString("kind"))),
        row.getString("number"),
        Side.valueOf(constant(row.getString("side"))),
        new PartyCode(row.getString("party")),
        row.getString("party_name"),
        row.getObject("item_date", LocalDate.class),
        row.getObject("due_date", LocalDate.class),
        Optional.ofNullable(row.getString("reference")),
        Money.of(row.getBigDecimal("amount"), currency),
        Money.of(row.getBigDecimal("open_amount"), currency),
        Money.of(row.getBigDecimal("disputed_amount"), currency),
        currency,
        Currency.getInstance(row.getString("document_currency")),
        row.getBigDecimal("document_amount").stripTrailingZeros(),
        row.getBigDecimal("document_open_amount").stripTrailingZeros());
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
