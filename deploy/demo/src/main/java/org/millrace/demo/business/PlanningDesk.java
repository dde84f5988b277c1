package org.millrace.demo.business;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.millrace.demo.business.Day.Phase;
import org.millrace.demo.market.Catalogue;

/** Sets how items are planned, once: policies, work centres and the operations that make items. */
final class PlanningDesk {
  private static final int WORK_DAYS_OF_WEEK = 5;
  private static final int DAYS_OF_WEEK = 7;
  private static final int PART_LOT = 20;
  private static final int MADE_LOT = 5;
  private static final int WORKSHOP_LEAD_DAYS = 3;

  /** A place in the workshop and its hours on a working day. */
  private record Place(String code, String name, int hoursPerDay) {}

  private static final Place WHEELS = new Place("WHEELS", "Wheel building", 16);
  private static final Place ASSEMBLY = new Place("ASSEMBLY", "Assembly", 32);
  private static final Place PACKING = new Place("PACKING", "Packing", 8);

  void open(Day day) {
    List.of(WHEELS, ASSEMBLY, PACKING)
        .forEach(p -> day.add(Phase.WORK_CENTRES, Acts.workCentre(p.code, p.name, p.hoursPerDay)));
    Catalogue.COMPONENTS.forEach(c -> day.add(Phase.PLANNING, Acts.itemPolicy(c.code(), buy(c))));
    Catalogue.ASSEMBLIES.forEach(a -> make(day, a.code()));
    Catalogue.PRODUCTS.forEach(p -> make(day, p.code()));
  }

  private static Map<String, Object> buy(Catalogue.Component component) {
    Catalogue.Supplier supplier = Catalogue.supplier(component.supplier());
    int leadDays = -Math.floorDiv(-supplier.leadDays() * WORK_DAYS_OF_WEEK, DAYS_OF_WEEK);
    return Map.of(
        "source",
        "buy",
        "leadDays",
        leadDays,
        "leadDeviationDays",
        new BigDecimal("2.5"),
        "lotRule",
        "multiple",
        "lotQuantity",
        PART_LOT,
        "orderingCost",
        35,
        "holdingRate",
        new BigDecimal("0.2"),
        "supplier",
        component.supplier(),
        "unitPrice",
        component.cost());
  }

  private static void make(Day day, String item) {
    day.add(
        Phase.PLANNING,
        Acts.itemPolicy(
            item,
            Map.of(
                "source",
                "make",
                "leadDays",
                WORKSHOP_LEAD_DAYS,
                "leadDeviationDays",
                1,
                "lotRule",
                "multiple",
                "lotQuantity",
                MADE_LOT,
                "orderingCost",
                20,
                "holdingRate",
                new BigDecimal("0.2"))));
    day.add(Phase.PLANNING, Acts.routing(item, operations(item)));
  }

  private static List<Acts.Operation> operations(String item) {
    if (item.startsWith("WHEELSET")) {
      return List.of(new Acts.Operation(10, WHEELS.code, "0.5", "0.8"));
    }
    if (item.contains("BIKE")) {
      return List.of(
          new Acts.Operation(10, ASSEMBLY.code, "0.5", "1.5"),
          new Acts.Operation(20, PACKING.code, "0", "0.2"));
    }
    return List.of(new Acts.Operation(10, ASSEMBLY.code, "0.25", "0.1"));
  }
}
