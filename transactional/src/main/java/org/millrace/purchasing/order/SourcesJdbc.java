package org.millrace.purchasing.order;

import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.Purchasing.Source;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds from whom items were ordered last. */
@Component
class SourcesJdbc {
  private final JdbcClient jdbc;

  SourcesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The supplier and price of the latest order of each of these items. */
  Map<ItemCode, Source> latest(CompanyCode company, Collection<ItemCode> items) {
    Map<ItemCode, Source> sources = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (l.item) l.item, o.supplier, l.unit_price, o.currency
            from purchasing.order_line l
            join purchasing.purchase_order o on o.company = l.company and o.number = l.order_number
            where l.company = ? and l.item = any(?)
            order by l.item, o.order_date desc, o.number desc
            """)
        .params(company.value(), items.stream().map(ItemCode::value).toArray(String[]::new))
        .query(
            row -> {
              sources.put(
                  new ItemCode(row.getString("item")),
                  new Source(
                      new PartyCode(row.getString("supplier")),
                      Money.of(
                          row.getBigDecimal("unit_price"),
                          Currency.getInstance(row.getString("currency")))));
            });
    return sources;
  }
}
