package org.millrace.scenario.act;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.scenario.Fields;
import org.millrace.scenario.World;
import org.millrace.scenario.production.ProductionTerms;
import org.millrace.scenario.production.WorkOrders;

/**
 * Releases a work order of a case when it is first named: its product, its bill of material and
 * what comes beside are those of its steps.
 */
final class Releasing {
  private static final int DECIMALS = 4;

  private Releasing() {}

  static WorkOrders.Order released(World world, String name, String moment) {
    ProductionTerms terms = world.productionTerms();
    List<Fields> steps =
        world.steps().stream()
            .filter(step -> step.has("order") && step.text("order").equals(name))
            .toList();
    String product = product(steps, name);
    BigDecimal made =
        sum(steps, "receiveFromOrder", product).add(sum(steps, "scrapFromOrder", product));
    boolean isRest = terms.backorder().filter(name::equals).isPresent();
    BigDecimal planned = isRest ? made : terms.planned().orElse(made).max(made);
    parts(world, steps);
    world.product(product, materials(steps, planned, terms));
    Map<String, Object> release = new LinkedHashMap<>();
    release.put("item", product);
    release.put("quantity", planned);
    release.put("occurredAt", moment);
    terms.plannedUnitCost().ifPresent(cost -> release.put("plannedUnitCost", cost));
    List<Map<String, Object>> beside = coProducts(world, steps, terms);
    if (!beside.isEmpty()) {
      release.put("salesPrice", terms.salesPrices().getOrDefault(product, BigDecimal.ZERO));
      release.put("coProducts", beside);
    }
    String number = world.books().post("production/work-orders", release).path("number").asText();
    return world.workOrders().add(name, number, product);
  }

  private static boolean is(Fields step, String word) {
    return step.text("do").equals(word);
  }

  private static String product(List<Fields> steps, String name) {
    return steps.stream()
        .filter(step -> is(step, "receiveFromOrder") && !step.has("coProduct"))
        .map(step -> step.text("item"))
        .findFirst()
        .orElse("PRODUCT-" + name);
  }

  private static BigDecimal sum(List<Fields> steps, String word, String item) {
    return steps.stream()
        .filter(step -> is(step, word) && step.text("item").equals(item))
        .map(step -> step.number("quantity"))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void parts(World world, List<Fields> steps) {
    steps.stream()
        .filter(step -> is(step, "issueToOrder"))
        .forEach(step -> world.part(step.text("item"), step.findText("unit")));
  }

  /** What of each material was taken before the first goods came, for one of them. */
  private static List<Map<String, Object>> materials(
      List<Fields> steps, BigDecimal planned, ProductionTerms terms) {
    Map<String, BigDecimal> taken = new LinkedHashMap<>();
    for (Fields step : steps) {
      if (is(step, "receiveFromOrder")) {
        break;
      }
      if (is(step, "issueToOrder")) {
        taken.merge(step.text("item"), step.number("quantity"), BigDecimal::add);
      }
    }
    taken.replaceAll((item, quantity) -> terms.plannedParts().getOrDefault(item, quantity));
    List<Map<String, Object>> materials = new ArrayList<>();
    taken.forEach(
        (item, quantity) ->
            materials.add(
                Map.of(
                    "item",
                    item,
                    "quantity",
                    quantity.divide(planned, DECIMALS, RoundingMode.DOWN))));
    return materials;
  }

  private static List<Map<String, Object>> coProducts(
      World world, List<Fields> steps, ProductionTerms terms) {
    Map<String, BigDecimal> made = new LinkedHashMap<>();
    steps.stream()
        .filter(step -> is(step, "receiveFromOrder") && step.has("coProduct"))
        .forEach(step -> made.merge(step.text("item"), step.number("quantity"), BigDecimal::add));
    List<Map<String, Object>> beside = new ArrayList<>();
    made.forEach(
        (item, quantity) ->
            beside.add(
                Map.of(
                    "item",
                    world.item(item),
                    "quantity",
                    quantity,
                    "salesPrice",
                    terms.salesPrices().getOrDefault(item, BigDecimal.ZERO))));
    return beside;
  }
}
