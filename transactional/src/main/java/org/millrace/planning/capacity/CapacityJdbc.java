package org.millrace.planning.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.database.BulkRows;
import org.millrace.database.RowLocks;
import org.millrace.item.ItemCode;
import org.millrace.planning.Routing;
import org.millrace.planning.WorkCentre;
import org.millrace.planning.WorkCentreCode;
import org.millrace.planning.capacity.SetCapacity.Kept;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CapacityJdbc {
  private final JdbcClient jdbc;
  private final BulkRows rows;

  CapacityJdbc(JdbcClient jdbc, BulkRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  private record OperationRow(String item, Version version, Routing.Operation operation) {}

  /** One work centre; its row stays locked until the transaction ends. */
  Optional<Kept<WorkCentre>> workCentre(CompanyCode company, WorkCentreCode code) {
    return jdbc.sql(
            "select * from planning.work_centre where company = ? and code = ?" + RowLocks.clause())
        .params(company.value(), code.value())
        .query((row, i) -> new Kept<>(workCentre(row), new Version(row.getLong("version"))))
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

  Page<WorkCentre> workCentres(CompanyCode company, PageRequest request) {
    return request.page(
        jdbc.sql(
                """
                select * from planning.work_centre
                where company = :company and (code ilike :pattern or name ilike :pattern)
                order by code limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("pattern", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query((row, i) -> workCentre(row))
            .list());
  }

  void put(CompanyCode company, WorkCentre workCentre, Version version) {
    jdbc.sql(
            """
            insert into planning.work_centre values (?, ?, ?, ?, ?, ?)
            on conflict (company, code) do update set name = excluded.name,
              hours_per_day = excluded.hours_per_day, days_per_week = excluded.days_per_week,
              version = excluded.version
            """)
        .params(
            company.value(),
            workCentre.code().value(),
            workCentre.name(),
            workCentre.hoursPerDay(),
            workCentre.daysPerWeek(),
            version.number())
        .update();
  }

  /** One routing; its row stays locked until the transaction ends. */
  Optional<Kept<Routing>> routing(CompanyCode company, ItemCode item) {
    jdbc.sql("select 1 from planning.routing where company = ? and item = ?" + RowLocks.clause())
        .params(company.value(), item.value())
        .query(Integer.class)
        .optional();
    return routings(company, List.of(item.value())).stream().findFirst();
  }

  Page<Routing> routings(CompanyCode company, PageRequest request) {
    List<String> items =
        jdbc.sql(
                """
                select item from planning.routing where company = :company and item ilike :pattern
                order by item limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("pattern", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query(String.class)
            .list();
    return request.page(routings(company, items).stream().map(Kept::content).toList());
  }

  private List<Kept<Routing>> routings(CompanyCode company, List<String> items) {
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
                new Kept<>(
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
    jdbc.sql(
            """
            insert into planning.routing values (?, ?, ?)
            on conflict (company, item) do update set version = excluded.version
            """)
        .params(company.value(), routing.item().value(), version.number())
        .update();
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
