package org.millrace.price.quote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.CustomerGroup;
import org.millrace.price.PriceListCode;
import org.millrace.price.Prices;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Quantity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OffersJdbc implements Offers {
  private static final String OFFERS =
      """
      select l.code, l.version, l.party, l.customer_group, l.valid_from as list_from,
        r.line, r.item, r.from_quantity, r.valid_from, r.unit_price, r.discount_percent
      from price.rule r
      join price.price_list l on l.company = r.company and l.code = r.price_list
      where r.company = ? and r.item = any(?) and l.side = ? and l.currency = ?
        and (l.party is null or l.party = ?)
        and (l.customer_group is null or l.customer_group = ?)
        and ?::date between coalesce(l.valid_from, '-infinity') and coalesce(l.valid_to, 'infinity')
        and ?::date between coalesce(r.valid_from, '-infinity') and coalesce(r.valid_to, 'infinity')
      """;

  private final JdbcClient jdbc;

  OffersJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Offer> of(CompanyCode company, Prices.Deal deal, Collection<ItemCode> items) {
    return jdbc.sql(OFFERS)
        .params(
            Arrays.asList(
                company.value(),
                items.stream().map(ItemCode::value).toArray(String[]::new),
                deal.side().name().toLowerCase(Locale.ROOT),
                deal.currency().getCurrencyCode(),
                deal.party().code().value(),
                deal.party().customerGroup().map(CustomerGroup::value).orElse(null),
                deal.day(),
                deal.day()))
        .query((row, n) -> offer(row))
        .list();
  }

  private static Offer offer(ResultSet row) throws SQLException {
    return new Offer(
        new ItemCode(row.getString("item")),
        row.getString("party") != null
            ? Offer.Reach.PARTY
            : row.getString("customer_group") != null ? Offer.Reach.GROUP : Offer.Reach.ALL,
        day(row, "list_from"),
        Optional.ofNullable(row.getBigDecimal("from_quantity"))
            .map(Quantity::of)
            .orElse(Quantity.ZERO),
        day(row, "valid_from"),
        new Prices.Quote(
            PlainNumber.of(row.getBigDecimal("unit_price")),
            Optional.ofNullable(row.getBigDecimal("discount_percent")).map(PlainNumber::of),
            new Prices.Source(
                new PriceListCode(row.getString("code")),
                row.getLong("version"),
                row.getInt("line"))));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class)).orElse(LocalDate.MIN);
  }
}
