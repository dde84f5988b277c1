package org.millrace.planning.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.database.BulkRows;
import org.millrace.database.NamedRow;
import org.millrace.database.RowLocks;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.ItemCode;
import org.millrace.planning.Routing;
import org.millrace.planning.WorkCentre;
import org.millrace.planning.WorkCentreCode;
import org.millrace.planning.capacity.SetCapacity.Stored;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CapacityJdbc {
  private final JdbcClient jdbc;
  private final RowLists lists;
  private final BulkRows rows;

  CapacityJdbc(JdbcClient jdbc, BulkRows rows, RowLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
    this.rows = rows;
  }

  private record OperationRow(String item, Version version, Routing.Operation operation) {}

  /** One work centre; its row stays locked until the transaction ends. */
  Optional<Stored<WorkCentre>> workCentre(CompanyCode company, WorkCentreCode code) {
    return jdbc.sql(
            "select * from planning.work_centre where company = ? and code = ?" + RowLocks.clause())
        .params(company.value(), code.value())
        .query((row, i) -> new Stored<>(workCentre(row), new Version(row.getLong("version"))))
        .optional();
  }

  List<WorkCentreCode> workCentres(CompanyCode company) {
    return jdbc
        .sql("select code from planning.work_centre where company = ? order by code")
        .params(company.value())
        .query(String.class)
        .list()
        .stream()
        .map(WorkCentreCode::new)
        .toList();
  }

  ListAnswer<WorkCentre> workCentres(CompanyCode company, ListRequest request) {
    String all =
        """
        select code, name, hours_per_day, days_per_week from planning.work_centre where company = ?
        """;
    return lists.page(WorkCentre.class, Rows.of(company, all), request);
  }

  void put(CompanyCode company, WorkCentre workCentre, Version version) {
    NamedRow.of("planning.work_centre")
        .key("company", company)
        .key("code", workCentre.code())
        .with("name", workCentre.name())
        .with("hours_per_day", workCentre.hoursPerDay())
        .with("days_per_week", workCentre.daysPerWeek())
        .with("version", version.number())
        .put(jdbc);
  }

  /** One routing; its row stays locked until the transaction ends. */
  Optional<Stored<Routing>> routing(CompanyCode company, ItemCode item) {
    jdbc.sql("select 1 from planning.routing where company = ? and item = ?" + RowLocks.clause())
        .params(company.value(), item.value())
        .query(Integer.class)
        .optional();
    return routings(company, List.of(item.value())).stream().findFirst();
  }

  /** What the list of routings is narrowed and sorted by. */
  @Listed(
      searched = {"item", "workCentre"},
      key = "item")
  record RoutingColumns(ItemCode item, List<String> workCentre) {}

  ListAnswer<Routing> routings(CompanyCode company, ListRequest request) {
    String all =
        """
        select r.item, array(
            select o.work_centre from planning.operation o
            where o.company = r.company and o.item = r.item) as work_centre
        from planning.routing r where r.company = ?
        """;
    ListAnswer<RoutingColumns> page =
        lists.page(RoutingColumns.class, Rows.of(company, all), request);
    List<String> items = page.rows().stream().map(row -> row.item().value()).toList();
    return page.with(
        routings(company, items).stream()
            .map(Stored::content)
            .sorted(Comparator.comparing(routing -> items.indexOf(routing.item().value())))
            .toList());
  }

  private List<Stored<Routing>> routings(CompanyCode company, List<String> items) {
    Map<String, List<OperationRow>> byItem = new LinkedHashMap<>();
    jdbc.sql(
            """
            select o.*, r.version from planning.operation o
            join planning.routing r on r.company = o.company and r.item = o.item
            where o.company = ? and o.item = any(?) order by o.item, o.operation
            """)
        .params(company.value(), items.toArray(String[]::new))
        .query((row, i) -> operation(row))
        .list()
        .forEach(row -> byItem.computeIfAbsent(row.item(), k -> new ArrayList<>()).add(row));
    return byItem.values().stream()
        .map(
            operations ->
                new Stored<>(
                    new Routing(
                        new ItemCode(operations.get(0).item()),
                        operations.stream().map(OperationRow::operation).toList()),
                    operations.get(0).version()))
        .toList();
  }

  void put(CompanyCode company, Routing routing, Version version) {
    jdbc.sql("delete from planning.operation where company = ? and item = ?")
        .params(company.value(), routing.item().value())
        .update();
    NamedRow.of("planning.routing")
        .key("company", company)
        .key("item", routing.item())
        .with("version", version.number())
        .put(jdbc);
    rows.copy(
        "planning.operation",
        List.of("company", "item", "operation", "work_centre", "setup_hours", "hours_per_unit"),
        routing.operations().stream()
            .map(
                o ->
                    new Object[] {
                      company,
                      routing.item(),
                      o.operation(),
                      o.workCentre(),
                      o.setupHours(),
                      o.hoursPerUnit()
                    })
            .toList());
  }

  private static WorkCentre workCentre(ResultSet row) throws SQLException {
    return new WorkCentre(
        new WorkCentreCode(row.getString("code")),
        row.getString("name"),
        row.getBigDecimal("hours_per_day"),
        row.getInt("days_per_week"));
  }

  private static OperationRow operation(ResultSet row) throws SQLException {
    return new OperationRow(
        row.getString("item"),
        new Version(row.getLong("version")),
        new Routing.Operation(
            row.getInt("operation"),
            new WorkCentreCode(row.getString("work_centre")),
            row.getBigDecimal("setup_hours"),
            row.getBigDecimal("hours_per_unit")));
  }
}
