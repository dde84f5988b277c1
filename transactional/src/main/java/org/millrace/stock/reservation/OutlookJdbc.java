package org.millrace.stock.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
        null as document_domain, null as document_type, null as document_number,
        null::date as turn_on, 0 as precedence, 0 as turn
      from stock.balance where company = ? and item = any(?) and on_hand <> 0
      union all
      select item, location, quantity, wanted_on,
        document_domain, document_type, document_number, coalesce(m.day, wanted_on),
        coalesce(array_position(array['urgent', 'high', 'normal', 'low'], m.priority), precedence),
        turn
      from stock.claim
      left join (values (?, ?, ?, ?::date, ?)) as m(domain, type, number, day, priority)
        on m.number = document_number and m.type = document_type and m.domain = document_domain
      where company = ? and item = any(?) and quantity <> 0
      order by turn_on nulls first, precedence, turn
      """;

  private static final String SUMMED =
      """
      select item, location, on_hand as quantity, null::date as wanted_on,
        null as document_domain, null as document_type, null as document_number
      from stock.balance where company = ? and item = any(?) and on_hand <> 0
      union all
      select item, location, sum(quantity), wanted_on, 'stock', 'claim', min(turn)::text
      from stock.claim
      where company = ? and item = any(?) and quantity <> 0
      group by item, location, wanted_on, quantity < 0
      """;

  private final JdbcClient jdbc;

  OutlookJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Goods> of(CompanyCode company, Collection<ItemCode> items, Optional<Moved> moved) {
    String[] codes = items.stream().map(ItemCode::value).toArray(String[]::new);
    return jdbc.sql(GOODS)
        .params(company.value(), codes)
        .param(moved.map(m -> m.document().domain()).orElse(null))
        .param(moved.map(m -> m.document().type()).orElse(null))
        .param(moved.map(m -> m.document().number()).orElse(null))
        .param(moved.map(m -> m.day().toString()).orElse(null))
        .param(moved.map(m -> m.priority().name().toLowerCase(Locale.ROOT)).orElse(null))
        .params(company.value(), codes)
        .query((row, n) -> goods(row))
        .list();
  }

  @Override
  public List<Goods> summed(CompanyCode company, Collection<ItemCode> items) {
    String[] codes = items.stream().map(ItemCode::value).toArray(String[]::new);
    return jdbc.sql(SUMMED)
        .params(company.value(), codes)
        .params(company.value(), codes)
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
