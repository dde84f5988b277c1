package org.millrace.scenario.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.scenario.Fields;
import org.millrace.scenario.World;

/** Compares what is expected of work orders with what the core says of them, and the books. */
public final class ProductionExpectations {
  private static final String WIP = "1250";
  private static final String LOSSES = "5250";
  private static final String VARIANCE = "5200";
  private static final int UNIT_DECIMALS = 4;

  private final World world;
  private final Compared comparison;
  private final List<Figures> after;

  public ProductionExpectations(World world, List<Figures> after, Compared comparison) {
    this.world = world;
    this.after = after;
    this.comparison = comparison;
  }

  /** Notes where two numbers differ. */
  @FunctionalInterface
  public interface Compared {
    /** Compares what is expected with what came. */
    void equal(String where, BigDecimal expected, BigDecimal actual);
  }

  /** The figures of a company after a step: accounts, and goods by item. */
  public record Figures(
      Function<String, BigDecimal> account,
      Function<String, BigDecimal> value,
      Function<String, Optional<BigDecimal>> unit,
      BigDecimal stock) {
    private BigDecimal account(String code) {
      return account.apply(code);
    }
  }

  /** Compares each word that is one of work orders. */
  public void compare(Fields expected) {
    Map<String, WorkOrders.Order> orders = world.workOrders().all();
    if (orders.isEmpty()) {
      return;
    }
    WorkOrders.Order first = orders.values().iterator().next();
    for (String word : expected.names()) {
      if (orders.containsKey(word)) {
        Fields own = expected.object(word).orElseThrow();
        own.names().forEach(each -> compare(own, each, orders.get(word)));
        own.refuseUnread();
      } else {
        compare(expected, word, first);
      }
    }
  }

  private void compare(Fields expected, String word, WorkOrders.Order order) {
    if (word.equals("unit") || word.equals("stock")) {
      Fields items = expected.object(word).orElseThrow();
      items.names().forEach(item -> item(items, word, item));
      items.refuseUnread();
      return;
    }
    figure(word, order)
        .ifPresent(
            actual ->
                comparison.equal(expected.where() + ", " + word, expected.number(word), actual));
  }

  private void item(Fields items, String word, String item) {
    BigDecimal actual =
        word.equals("unit")
            ? last().unit().apply(item).orElse(BigDecimal.ZERO)
            : last().value().apply(item);
    comparison.equal(word + " of " + item, items.number(item), actual);
  }

  private Figures last() {
    return after.get(after.size() - 1);
  }

  private Optional<BigDecimal> figure(String word, WorkOrders.Order order) {
    return switch (word) {
      case "wip" -> Optional.of(last().account(WIP));
      case "scrapExpense", "expense" -> Optional.of(last().account(LOSSES));
      case "totalVariance" -> Optional.of(last().account(VARIANCE));
      case "stockValue" -> Optional.of(last().stock());
      case "standardOutput" -> Optional.of(last().value().apply(order.product()));
      case "unitCost", "unitCostFinal", "unitCostAfter" -> last().unit().apply(order.product());
      case "firstReceipt" -> Optional.of(order.receipts().get(0));
      case "secondReceiptAtPlanned" -> Optional.of(order.receipts().get(1));
      case "wipAfterFirstReceipt" ->
          Optional.of(after.get(order.receiptSteps().get(0) - 1).account(WIP));
      case "wipBefore" -> Optional.of(after.get(order.endedAt() - 2).account(WIP));
      case "firstUnit" -> Optional.of(unit(order));
      case "backorderUnit" -> backorder().map(this::unit);
      case "actualUnitCost" -> Optional.of(unit(total(order), asked(order)));
      case "usageVariance" -> Optional.of(order.usageVariance(asked(order)));
      default -> ofOrder(word, order);
    };
  }

  private Optional<BigDecimal> ofOrder(String word, WorkOrders.Order order) {
    JsonNode asked = asked(order);
    return switch (word) {
      case "orderCost" -> Optional.of(total(order));
      case "material" -> Optional.of(decimal(asked, "materialCost"));
      case "labour" -> Optional.of(decimal(asked.path("actuals"), "labourCost"));
      case "overhead" -> Optional.of(decimal(asked.path("actuals"), "overheadCost"));
      case "scrapValue" -> Optional.of(decimal(asked.path("actuals"), "lossCost"));
      default -> order.told(word);
    };
  }

  private Optional<WorkOrders.Order> backorder() {
    return world.productionTerms().backorder().flatMap(world.workOrders()::find);
  }

  private JsonNode asked(WorkOrders.Order order) {
    return world.books().get(order.path());
  }

  private BigDecimal unit(WorkOrders.Order order) {
    JsonNode asked = asked(order);
    return unit(decimal(asked, "completedCost"), asked);
  }

  private static BigDecimal unit(BigDecimal cost, JsonNode order) {
    return cost.divide(decimal(order, "completedQuantity"), UNIT_DECIMALS, RoundingMode.HALF_UP);
  }

  private BigDecimal total(WorkOrders.Order order) {
    JsonNode asked = asked(order);
    JsonNode actuals = asked.path("actuals");
    return decimal(asked, "materialCost")
        .add(decimal(actuals, "labourCost"))
        .add(decimal(actuals, "overheadCost"));
  }

  private static BigDecimal decimal(JsonNode row, String name) {
    return new BigDecimal(row.path(name).asText("0"));
  }
}
