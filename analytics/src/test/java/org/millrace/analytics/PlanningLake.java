package org.millrace.analytics;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The company BIKES on 1 June 2026: 100 bikes ordered, 20 of them there and 10 on their way, each
 * of two wheels; a clerk's chair that sells every week; and what planners have set.
 */
final class PlanningLake {

  static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);

  private static final String ITEMS =
      """
      select 'BIKES' as company, code, name, 'pcs' as unit, kind, 1L as aggregate_version,
        timestamp'2026-01-01 08:00:00' as occurred_at, id as position
      from values ('BIKE', 'City bike', 'stocked', 1L), ('WHEEL', 'Wheel', 'stocked', 2L),
        ('CHAIR', 'Chair', 'stocked', 3L), ('REPAIR', 'Repair', 'service', 4L)
        as items(code, name, kind, id)
      """;
  private static final String MATERIALS =
      """
      select 'BIKES' as company, 'BIKE' as item, 'WHEEL' as material, 2 as quantity,
        1L as aggregate_version, 1L as position
      """;
  private static final String BALANCES =
      """
      select 'BIKES' as company, item, 'MAIN' as location, on_hand_qty, average_cost,
        'EUR' as currency, on_hand_qty * average_cost as value_amount, position,
        timestamp'2026-06-01 08:00:00' as occurred_at
      from values ('BIKE', 20, 200, 11L), ('WHEEL', 50, 10, 12L), ('CHAIR', 4, 5, 13L)
        as balances(item, on_hand_qty, average_cost, position)
      """;
  private static final String MOVEMENTS =
      """
      select 'BIKES' as company, concat('M', id) as event_id, concat('M', id) as number,
        1 as line_no, date'2026-01-01' as month, item, 'MAIN' as location, quantity,
        cost as unit_cost, quantity * cost as value_amount, 'EUR' as currency, reason,
        at as occurred_at, id as position
      from values
        (1L, 'BIKE', 20, 200, 'completion', timestamp'2025-11-03 10:00:00'),
        (2L, 'WHEEL', 60, 10, 'receipt', timestamp'2026-05-04 10:00:00'),
        (3L, 'WHEEL', -10, 10, 'consumption', timestamp'2026-05-20 10:00:00'),
        (4L, 'CHAIR', 64, 5, 'receipt', timestamp'2026-01-05 10:00:00'),
        (5L, 'CHAIR', -60, 5, 'issue', timestamp'2026-05-29 10:00:00'),
        (6L, 'CHAIR', -99, 5, 'issue', timestamp'2026-06-02 10:00:00')
        as moves(id, item, quantity, cost, reason, at)
      """;
  private static final String INVOICES =
      """
      select 'BIKES' as company, concat('I', id) as number, concat('I', id) as source_number,
        'invoice' as kind, date_add(date'2026-01-09', cast(7 * id as int)) as invoice_date,
        date'2026-01-01' as month, 'C1' as customer, 'Customer 1' as customer_name,
        'France' as country, 'EUR' as currency, 24.00 as net_amount, false as is_walk_in,
        id as position
      from range(21)
      """;
  private static final String DEMAND =
      """
      select 'BIKES' as company, 'CHAIR' as item, 'Chair' as item_name,
        date_add(date'2026-01-05', cast(7 * id as int)) as period, 2 + 2 * (id % 2) as quantity
      from range(21)
      """;
  private static final String FORECAST =
      """
      select 'BIKES' as company, item, item as item_name, date'2026-05-29' as as_of,
        date_add(date'2026-06-01', cast(7 * id as int)) as period, 3.5 as forecast,
        2 as lo80, 5 as hi80, 'ses' as method, 0.2 as error, 'level' as reason
      from range(13) cross join (select explode(array('CHAIR')) as item)
      """;
  private static final String PAST =
      """
      select 'BIKES' as company, 'CHAIR' as item, 'Chair' as item_name,
        date_add(date'2026-05-04', cast(7 * id as int)) as period, 3 as actual,
        3 + 2 * (id % 2) as forecast, date'2026-05-29' as as_of
      from range(4)
      """;
  private static final String PURCHASES =
      """
      select 'BIKES' as company, concat('PO-', id) as number, date'2026-04-20' as order_date,
        date'2026-06-10' as promised_date, 'S1' as supplier, 'EUR' as currency, status,
        id as position
      from values (1L, 'received'), (2L, 'cancelled') as orders(id, status)
      """;
  private static final String RECEIPTS =
      """
      select 'BIKES' as company, concat('R-', id) as number, 1 as line_no,
        'PO-1' as order_number, date_add(date'2026-05-04', cast(4 * id as int)) as receipt_date,
        'WHEEL' as item, 30 as quantity, id as position
      from range(2)
      """;
  private static final String PURCHASE_LINES =
      """
      select 'BIKES' as company, concat('PO-', id) as number, 1 as line_no, 'WHEEL' as item,
        60 as ordered_qty, received as received_qty, id as position
      from values (1L, 60), (2L, 0) as lines(id, received)
      """;
  private static final String WORK_ORDERS =
      """
      select 'BIKES' as company, 'WO-1' as number, 'BIKE' as item, 'released' as status,
        date'2026-05-28' as released_date, date'2026-06-15' as due_date, 10 as planned_qty,
        0 as completed_qty, timestamp'2026-05-28 08:00:00' as occurred_at, 1L as position
      """;
  private static final String ORDERS =
      """
      select 'BIKES' as company, number, date'2026-06-01' as order_date, date'2026-06-01' as month,
        'C1' as customer, 'EUR' as currency, status, position
      from values ('SO-1', 'open', 1L), ('SO-2', 'cancelled', 2L)
        as orders(number, status, position)
      """;
  private static final String ORDER_LINES =
      """
      select 'BIKES' as company, number, line as line_no, date'2026-06-01' as month, 'BIKE' as item,
        ordered as ordered_qty, delivered as delivered_qty, position
      from values ('SO-1', 1, 70, 10, 1L), ('SO-1', 2, 40, 0, 1L), ('SO-2', 1, 500, 0, 2L)
        as lines(number, line, ordered, delivered, position)
      """;
  private static final String POLICIES =
      """
      select 'BIKES' as company, item, source, lead_days, lot_rule, lot_quantity,
        0 as safety_qty, supplier, position
      from values ('BIKE', 'make', 5, 'lot_for_lot', null, null, 1L),
        ('WHEEL', 'buy', 10, 'multiple', 50, 'S1', 2L)
        as policies(item, source, lead_days, lot_rule, lot_quantity, supplier, position)
      """;

  private static long settled = 0;

  private PlanningLake() {}

  static TestingLake filled(Path folder) {
    TestingLake lake = new TestingLake(folder);
    lake.fillByConstants("silver.item", ITEMS);
    fillBalances(lake, BALANCES);
    fillMovements(lake);
    lake.fillByConstants("gold.sales_invoice", INVOICES);
    lake.fillByConstants("gold.demand_weekly", DEMAND);
    lake.fillByConstants("gold.forecast_actual", PAST);
    lake.fillByConstants("silver.purchase_receipt_line", RECEIPTS);
    lake.fillByConstants("silver.work_order", WORK_ORDERS);
    fillPolicies(lake);
    fillDocuments(lake);
    return lake;
  }

  static void fillMovements(TestingLake lake) {
    lake.fillByConstants("silver.stock_movement", MOVEMENTS);
  }

  static void fillPolicies(TestingLake lake) {
    lake.fillByConstants("silver.item_policy", POLICIES);
  }

  /** Of wheels nothing is set but that they come in lots of 50. */
  static void setOnlyTheLotsOfWheels(TestingLake lake) {
    lake.fillByConstants("silver.item_policy", POLICIES.replace("'buy', 10,", "'buy', null,"));
  }

  /** Wheels are ordered by a rule, with a size where it has one, for three weeks where it asks. */
  static void setTheLotsOfWheels(TestingLake lake, String rule, String size) {
    lake.fillByConstants(
        "silver.item_policy",
        """
        select *, 3 as lot_periods, 50 as ordering_cost_amount, 0.20 as holding_rate from (%s)
        """
            .formatted(POLICIES.replace("'multiple', 50", "'%s', %s".formatted(rule, size))));
  }

  /** In May 12 bikes went, 9 were made and 5 bought. */
  static void sellAndMakeBikes(TestingLake lake) {
    lake.fillByConstants(
        "silver.stock_movement",
        MOVEMENTS.replace(
            "from values\n",
            """
            from values
                (7L, 'BIKE', -12, 200, 'issue', timestamp'2026-05-20 10:00:00'),
                (8L, 'BIKE', 9, 200, 'completion', timestamp'2026-05-21 10:00:00'),
                (9L, 'BIKE', 5, 200, 'receipt', timestamp'2026-05-22 10:00:00'),
            """));
  }

  /** Ten more wheels lie there. */
  static void receiveTenWheels(TestingLake lake) {
    fillBalances(lake, BALANCES.replace("50, 10, 12L", "60, 10, 19L"));
  }

  private static void fillBalances(TestingLake lake, String balances) {
    lake.fillByConstants(
        "silver.item_balance",
        "select company, item, location, on_hand_qty, average_cost, currency, position,"
            + " occurred_at from ("
            + balances
            + ")");
    lake.fillByConstants(
        "gold.stock_balance",
        "select company, item, location, on_hand_qty, average_cost, value_amount, currency from ("
            + balances
            + ")");
  }

  /** What tests change. */
  static void fillDocuments(TestingLake lake) {
    lake.fillByConstants("silver.item_material", MATERIALS);
    lake.fillByConstants("silver.purchase_order", PURCHASES);
    lake.fillByConstants("silver.purchase_order_line", PURCHASE_LINES);
    lake.fillByConstants("silver.sales_order", ORDERS);
    lake.fillByConstants("silver.sales_order_line", ORDER_LINES);
    lake.fillByConstants("gold.demand_forecast", FORECAST);
    lake.clear("silver.proposal");
    lake.clear("silver.proposal_peg");
    lake.clear("silver.work_centre");
    lake.clear("silver.routing_operation");
    lake.clear("silver.work_order_material");
    lake.clear("silver.planning_settings");
    lake.clear("silver.planning_holiday");
  }

  /**
   * Sets what holds for all plans: all service levels are 75 %; an older version had Whitsun off.
   */
  static void settle(TestingLake lake, int frozenDays, String workingDays, String... holidays) {
    long version = ++settled;
    String levels =
        Stream.of("ax", "ay", "az", "bx", "by", "bz", "cx", "cy", "cz")
            .map(level -> ", 0.75 as service_level_" + level)
            .collect(Collectors.joining());
    lake.fillByConstants(
        "silver.planning_settings",
        """
        select 'BIKES' as company, %d as frozen_days, '%s' as working_days%s,
          %4$dL as aggregate_version, %4$dL as position
        """
            .formatted(frozenDays, workingDays, levels, version));
    String days =
        Arrays.stream(holidays)
            .map(day -> ", (date'%s', %dL)".formatted(day, version))
            .collect(Collectors.joining());
    lake.fillByConstants(
        "silver.planning_holiday",
        """
        select 'BIKES' as company, day as holiday_date, version as aggregate_version,
          version as position
        from values (date'2026-06-22', 0L)%s as days(day, version)
        """
            .formatted(days));
  }
}
