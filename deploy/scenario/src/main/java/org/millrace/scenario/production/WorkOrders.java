package org.millrace.scenario.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work orders of a case, and what was told of each while it was worked on. */
public final class WorkOrders {
  private static final int DECIMALS = 6;

  private final Map<String, Order> orders = new LinkedHashMap<>();

  /** A work order, and what happened on it. */
  public static final class Order {
    private final String number;
    private final String product;
    private final List<BigDecimal> receipts = new ArrayList<>();
    private final List<Integer> receiptSteps = new ArrayList<>();
    private final Map<String, BigDecimal> issuedQuantities = new LinkedHashMap<>();
    private final Map<String, BigDecimal> issuedCosts = new LinkedHashMap<>();
    private final Map<String, BigDecimal> told = new LinkedHashMap<>();
    private int endedAt;

    Order(String number, String product) {
      this.number = number;
      this.product = product;
    }

    /** Its address below the company. */
    public String path() {
      return "production/work-orders/" + number;
    }

    /** The item that it makes. */
    public String product() {
      return product;
    }

    /** Notes goods that were received at that cost in a step. */
    public void received(BigDecimal cost, int step) {
      receipts.add(cost);
      receiptSteps.add(step);
    }

    /** Notes materials that were taken. */
    public void issued(String item, BigDecimal quantity, BigDecimal cost) {
      issuedQuantities.merge(item, quantity, BigDecimal::add);
      issuedCosts.merge(item, cost, BigDecimal::add);
    }

    /** Notes a figure under the word by which it is expected. */
    public void tell(String word, BigDecimal figure) {
      told.merge(word, figure, BigDecimal::add);
    }

    /** Notes the step that closed or cancelled it. */
    public void ended(int step) {
      endedAt = step;
    }

    Optional<BigDecimal> told(String word) {
      return Optional.ofNullable(told.get(word));
    }

    List<BigDecimal> receipts() {
      return List.copyOf(receipts);
    }

    List<Integer> receiptSteps() {
      return List.copyOf(receiptSteps);
    }

    int endedAt() {
      return endedAt;
    }

    /** What more of the materials was taken than planned, at what they cost. */
    BigDecimal usageVariance(JsonNode order) {
      BigDecimal variance = BigDecimal.ZERO;
      for (JsonNode material : order.path("materials")) {
        String item = material.path("item").asText();
        BigDecimal quantity = issuedQuantities.getOrDefault(item, BigDecimal.ZERO);
        if (quantity.signum() != 0) {
          BigDecimal cost = issuedCosts.getOrDefault(item, BigDecimal.ZERO);
          BigDecimal each = cost.divide(quantity, DECIMALS, RoundingMode.HALF_UP);
          BigDecimal more = quantity.subtract(new BigDecimal(material.path("quantity").asText()));
          variance = variance.add(more.multiply(each));
        }
      }
      return variance;
    }
  }

  /** The order of that name, if it was released. */
  public Optional<Order> find(String name) {
    return Optional.ofNullable(orders.get(name));
  }

  /** Notes an order that was released. */
  public Order add(String name, String number, String product) {
    Order order = new Order(number, product);
    orders.put(name, order);
    return order;
  }

  /** All of them by their names, in the order of their release. */
  public Map<String, Order> all() {
    return new LinkedHashMap<>(orders);
  }
}
