package org.millrace.production.workorder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.database.BulkRows;
import org.millrace.item.ItemCode;
import org.millrace.production.Demand;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderNumber;
import org.millrace.production.WorkStatus;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WorkOrdersJdbc implements WorkOrders {
  private final JdbcClient jdbc;
  private final BulkRows rows;

  WorkOrdersJdbc(JdbcClient jdbc, BulkRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  private record NumberedMaterial(String order, WorkOrder.Material material) {}

  @Override
  public WorkOrderNumber nextNumber() {
    return new WorkOrderNumber("WO-%06d".formatted(next("order_number")));
  }

  @Override
  public String nextConsumptionNumber() {
    return "MC-%06d".formatted(next("consumption_number"));
  }

  @Override
  public String nextCompletionNumber() {
    return "PC-%06d".formatted(next("completion_number"));
  }

  private long next(String sequence) {
    return jdbc.sql("select nextval('production." + sequence + "')").query(Long.class).single();
  }

  @Override
  public void add(KeptWorkOrder released) {
    WorkOrder order = released.order();
    jdbc.sql(
            """
            insert into production.work_order(company, number, item, item_name, quantity,
              completed_quantity, status, released_on, due_date, planned_start, currency,
              material_cost, completed_cost, demand_type, demand_number, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            released.company().value(),
            order.number().value(),
            order.item().value(),
            order.itemName(),
            order.quantity().value(),
            order.completedQuantity().value(),
            word(order.status()),
            order.releasedOn(),
            order.dueDate(),
            order.plannedStart().orElse(null),
            order.currency().getCurrencyCode(),
            order.materialCost().amount(),
            order.completedCost().amount(),
            order.demand().map(Demand::type).orElse(null),
            order.demand().map(Demand::number).orElse(null),
            released.version().number())
        .update();
    rows.copy(
        "production.material",
        List.of(
            "company",
            "order_number",
            "line",
            "item",
            "item_name",
            "quantity",
            "consumed_quantity",
            "scrap_quantity"),
        columns(released));
  }

  private static List<Object[]> columns(KeptWorkOrder released) {
    List<Object[]> materials = new ArrayList<>();
    for (WorkOrder.Material material : released.order().materials()) {
      materials.add(
          new Object[] {
            released.company(),
            released.order().number(),
            materials.size() + 1,
            material.item(),
            material.itemName(),
            material.quantity(),
            material.consumedQuantity(),
            material.scrapQuantity().orElse(Quantity.ZERO)
          });
    }
    return materials;
  }

  @Override
  public void change(KeptWorkOrder changed) {
    WorkOrder order = changed.order();
    int found =
        jdbc.sql(
                """
                update production.work_order
                set completed_quantity = ?, status = ?, material_cost = ?, completed_cost = ?,
                  version = ?
                where company = ? and number = ? and version = ?
                """)
            .params(
                order.completedQuantity().value(),
                word(order.status()),
                order.materialCost().amount(),
                order.completedCost().amount(),
                changed.version().number(),
                changed.company().value(),
                order.number().value(),
                changed.version().number() - 1)
            .update();
    if (found == 0) {
      throw Refused.stale(
          ("Work order %s was changed by somebody else just now."
                  + " Read it again and repeat the change.")
              .formatted(order.number()));
    }
    order.materials().forEach(material -> change(changed, material));
  }

  private void change(KeptWorkOrder changed, WorkOrder.Material material) {
    jdbc.sql(
            """
            update production.material set consumed_quantity = ?
            where company = ? and order_number = ? and item = ?
            """)
        .params(
            material.consumedQuantity().value(),
            changed.company().value(),
            changed.order().number().value(),
            material.item().value())
        .update();
  }

  @Override
  public KeptWorkOrder named(CompanyCode company, WorkOrderNumber number) {
    Map<String, List<WorkOrder.Material>> materials = materials(company, List.of(number.value()));
    return jdbc.sql("select * from production.work_order where company = ? and number = ?")
        .params(company.value(), number.value())
        .query((row, i) -> kept(row, materials))
        .optional()
        .orElseThrow(
            () ->
                Refused.notFound(
                    ("There is no work order %s in company %s."
                            + " Look it up in the list of work orders.")
                        .formatted(number, company)));
  }

  @Override
  public Page<WorkOrder> page(CompanyCode company, PageRequest request) {
    List<String> numbers =
        jdbc.sql(
                """
                select number from production.work_order
                where company = :company and (number ilike :pattern or item ilike :pattern
                  or item_name ilike :pattern or status ilike :pattern)
                order by released_on desc, number desc limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("pattern", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query(String.class)
            .list();
    return request.page(orders(company, numbers));
  }

  private List<WorkOrder> orders(CompanyCode company, List<String> numbers) {
    Map<String, List<WorkOrder.Material>> materials = materials(company, numbers);
    return jdbc.sql(
            """
            select * from production.work_order where company = ? and number = any(?)
            order by released_on desc, number desc
            """)
        .params(company.value(), numbers.toArray(String[]::new))
        .query((row, i) -> kept(row, materials).order())
        .list();
  }

  @Override
  public List<WorkOrder> releasedFor(CompanyCode company, Demand demand) {
    return orders(
        company,
        jdbc.sql(
                """
                select number from production.work_order
                where company = ? and demand_type = ? and demand_number = ?
                """)
            .params(company.value(), demand.type(), demand.number())
            .query(String.class)
            .list());
  }

  private Map<String, List<WorkOrder.Material>> materials(
      CompanyCode company, List<String> numbers) {
    return jdbc
        .sql(
            """
            select * from production.material
            where company = ? and order_number = any(?) order by order_number, line
            """)
        .params(company.value(), numbers.toArray(String[]::new))
        .query((row, i) -> new NumberedMaterial(row.getString("order_number"), material(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                NumberedMaterial::order,
                Collectors.mapping(NumberedMaterial::material, Collectors.toList())));
  }

  private static WorkOrder.Material material(ResultSet row) throws SQLException {
    return new WorkOrder.Material(
        new ItemCode(row.getString("item")),
        row.getString("item_name"),
        Quantity.of(row.getBigDecimal("quantity")),
        Quantity.of(row.getBigDecimal("consumed_quantity")),
        Optional.of(Quantity.of(row.getBigDecimal("scrap_quantity"))));
  }

  private static KeptWorkOrder kept(ResultSet row, Map<String, List<WorkOrder.Material>> materials)
      throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    String demandNumber = row.getString("demand_number");
    WorkOrder order =
        new WorkOrder(
            new WorkOrderNumber(row.getString("number")),
            new ItemCode(row.getString("item")),
            row.getString("item_name"),
            Quantity.of(row.getBigDecimal("quantity")),
            Quantity.of(row.getBigDecimal("completed_quantity")),
            WorkStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
            row.getObject("released_on", LocalDate.class),
            row.getObject("due_date", LocalDate.class),
            Optional.ofNullable(row.getObject("planned_start", LocalDate.class)),
            materials.get(row.getString("number")),
            Money.of(row.getBigDecimal("material_cost"), currency),
            Money.of(row.getBigDecimal("completed_cost"), currency),
            currency,
            demandNumber == null
                ? Optional.empty()
                : Optional.of(new Demand(row.getString("demand_type"), demandNumber)));
    return new KeptWorkOrder(
        new CompanyCode(row.getString("company")), order, new Version(row.getLong("version")));
  }

  private static String word(WorkStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
