package org.millrace.stock.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.Outlook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OutlookJdbc implements Outlook {
  private static final String GOODS =
      """
      select item, location, on_hand as quantity, null::date as wanted_on,
        null as document_domain, null as document_type, null as document_number, 0 as turn
      from stock.balance where company = ? and item = any(?) and on_hand <> 0
      union all
      select item, location, quantity, wanted_on,
        document_domain, document_type, document_number, turn
      from stock.claim where company = ? and item = any(?) and quantity <> 0
      order by wanted_on nulls first, turn
      """;

  private final JdbcClient jdbc;

  OutlookJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Goods> of(CompanyCode company, Collection<ItemCode> items) {
    String[] codes = items.stream().map(ItemCode::value).toArray(String[]::new);
    return jdbc.sql(GOODS)
        .params(company.value(), codes, company.value(), codes)
        .query((row, n) -> goods(row))
        .list();
  }

  private static Goods goods(ResultSet row) throws SQLException {
    String number = row.getString("document_number");
    return new Goods(
        new ItemCode(row.getString("item")),
        new LocationCode(row.getString("location")),
        Quantity.of(row.getBigDecimal("quantity")),
        Optional.ofNullable(row.getObject("wanted_on", LocalDate.class)),
        number == null
            ? Optional.empty()
            : Optional.of(
                new DocumentRef(
                    row.getString("document_domain"), row.getString("document_type"), number)));
  }
}
