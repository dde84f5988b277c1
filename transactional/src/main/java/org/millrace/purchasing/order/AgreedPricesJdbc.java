package org.millrace.purchasing.order;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AgreedPricesJdbc implements AgreedPrices {
  private final JdbcClient jdbc;

  AgreedPricesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Goods, Agreed> latest(CompanyCode company, Deal deal, Collection<ItemCode> items) {
    Map<Goods, Agreed> agreed = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (l.item, l.origin_unit) l.item, l.origin_unit, o.number, l.line,
              coalesce(l.foreign_unit_price, l.unit_price) as price
            from purchasing.order_line l
            join purchasing.purchase_order o on o.company = l.company and o.number = l.order_number
            where l.company = ? and l.item = any(?) and o.supplier = ? and o.order_date <= ?
              and coalesce(o.foreign_currency, o.currency) = ? and o.status <> 'cancelled'
              and coalesce(l.foreign_unit_price, l.unit_price) > 0
            order by l.item, l.origin_unit, o.order_date desc, o.number desc, l.line desc
            """)
        .params(
            company.value(),
            items.stream().map(ItemCode::value).toArray(String[]::new),
            deal.supplier().value(),
            deal.day(),
            deal.currency().getCurrencyCode())
        .query(
            row -> {
              agreed.put(
                  new Goods(
                      new ItemCode(row.getString("item")),
                      Optional.ofNullable(row.getString("origin_unit")).map(Unit::new)),
                  new Agreed(
                      PlainNumber.of(row.getBigDecimal("price")),
                      NewPurchaseOrder.Origin.of(
                          new PurchaseOrderNumber(row.getString("number")), row.getInt("line"))));
            });
    return agreed;
  }
}
