package org.millrace.sales.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.database.BulkRows;
import org.millrace.item.ItemCode;
import org.millrace.sales.Delivery;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DeliveriesJdbc implements Deliveries {
  private final JdbcClient jdbc;
  private final BulkRows bulk;

  DeliveriesJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  @Override
  public void add(
      CompanyCode company, OrderNumber order, Delivery delivery, Map<Integer, Money> costs) {
    Object[] head = {company, delivery.number(), order, delivery.date()};
    bulk.copy(
        "sales.delivery",
        List.of("company", "number", "order_number", "delivery_date"),
        List.<Object[]>of(head));
    bulk.copy(
        "sales.delivery_line",
        List.of("company", "number", "order_line", "item", "quantity", "cost_amount"),
        delivery.lines().stream()
            .map(
                l ->
                    new Object[] {
                      company,
                      delivery.number(),
                      l.line(),
                      l.item(),
                      l.quantity(),
                      costs.get(l.line())
                    })
            .toList());
  }

  @Override
  public Optional<InvoiceNumber> addCost(
      CompanyCode company, String delivery, ItemCode item, Money more) {
    return jdbc.sql(
            """
            with corrected as (
              update sales.delivery_line d set cost_amount = d.cost_amount + :more
              where company = :company and number = :delivery and item = :item
                and order_line = (select min(order_line) from sales.delivery_line
                  where company = :company and number = :delivery and item = :item)
              returning order_line
            ), ordered as (
              update sales.order_line l set delivered_cost = l.delivered_cost + :more,
                invoiced_cost = l.invoiced_cost
                  + case when l.invoiced_quantity = l.delivered_quantity then :more else 0 end
              from corrected c, sales.delivery d
              where d.company = :company and d.number = :delivery
                and l.company = :company and l.number = d.order_number and l.line = c.order_line
              returning l.number, l.item, l.invoiced_quantity = l.delivered_quantity as invoiced
            )
            select i.number from ordered o
            join sales.invoice i on i.company = :company and i.order_number = o.number
            join sales.invoice_line l on l.company = i.company and l.number = i.number
            where o.invoiced and i.kind = 'invoice' and l.item = o.item
            order by i.invoice_date desc, i.number desc limit 1
            """)
        .param("company", company.value())
        .param("delivery", delivery)
        .param("item", item.value())
        .param("more", more.amount())
        .query((row, n) -> new InvoiceNumber(row.getString("number")))
        .optional();
  }
}
