package org.millrace.stock.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Known answers of other calculators, where a checkout has them beside it. */
class CostingCasesTest {
  private static final List<File> PLACES =
      List.of(
          new File("../shared/cases/costing.json"), new File("../../shared/cases/costing.json"));

  @TestFactory
  Stream<DynamicTest> valuesWhatOthersValued() {
    File cases = PLACES.stream().filter(File::exists).findFirst().orElse(PLACES.get(0));
    Assumptions.assumeTrue(cases.exists(), "no known answers here");
    return JsonMapper.builder()
        .build()
        .readTree(cases)
        .valueStream()
        .filter(c -> !c.path("group").asString("").equals("production"))
        .filter(c -> !c.get("given").has("unitDecimals")) // our average is never cut
        .map(c -> DynamicTest.dynamicTest(name(c), () -> check(c)));
  }

  private static String name(JsonNode given) {
    return given.get("id").asString() + " " + given.get("title").asString();
  }

  private static void check(JsonNode given) {
    JsonNode expect = given.get("expect");
    int all = given.get("steps").size();
    for (JsonNode after : expect.path("after")) {
      CostingCase then = CostingCase.of(given, after.get("step").asInt());
      state(after, then.onHand(), then.value());
      after.path("items").propertyStream().forEach(i -> state(i.getValue(), then.end(i.getKey())));
    }
    CostingCase end = CostingCase.of(given, all);
    costs(given, expect.path("cost"), end);
    costs(given, expect.path("ifMonthWereOpen").path("cost"), end);
    expect
        .path("correctionToCogs")
        .propertyStream()
        .forEach(c -> same(c.getKey(), end.correction(c.getKey()), c.getValue()));
    end(expect.path("end"), end);
    if (expect.has("costDifference")) {
      same("cost difference", end.totals().get("costDifference"), expect.get("costDifference"));
    }
    expect.path("pools").propertyStream().forEach(p -> state(p.getValue(), end.pool(p.getKey())));
    if (expect.has("stockAfter")) {
      state(expect.get("stockAfter"), end.onHand(), end.value());
    }
    items(expect, end);
    months(expect.path("months"), end);
    if (expect.has("singlePosting")) {
      posting(given, expect.get("singlePosting"), end);
    }
  }

  /** What was undone as if it had never been keeps the cost that it had until then. */
  private static void costs(JsonNode given, JsonNode expected, CostingCase end) {
    CostingCase before = CostingCase.of(given, given.get("steps").size() - 1);
    expected
        .propertyStream()
        .forEach(
            c ->
                same(
                    c.getKey(),
                    (end.knows(c.getKey()) ? end : before).cost(c.getKey()),
                    c.getValue()));
  }

  private static void end(JsonNode expected, CostingCase end) {
    Map<String, BigDecimal> totals = end.totals();
    expected
        .propertyStream()
        .filter(total -> totals.containsKey(total.getKey()))
        .forEach(total -> same(total.getKey(), totals.get(total.getKey()), total.getValue()));
    state(expected, end.onHand(), end.value());
  }

  private static void items(JsonNode expect, CostingCase end) {
    expect
        .path("byPool")
        .propertyStream()
        .forEach(
            p -> {
              Valued freight = end.valued("F1", p.getKey());
              same("share", freight.value().amount(), p.getValue().get("share"));
              BigDecimal gone = freight.difference().amount();
              same("gone", gone.negate(), p.getValue().get("toCostDifference"));
            });
    expect
        .path("freightShares")
        .propertyStream()
        .forEach(
            p -> same(p.getKey(), end.valued("F1", p.getKey()).value().amount(), p.getValue()));
    expect
        .path("unitCost")
        .propertyStream()
        .forEach(
            p -> {
              ItemValue there = end.end(p.getKey());
              same(
                  p.getKey(),
                  unit(there.value().amount(), there.onHand().value(), 4),
                  p.getValue());
            });
  }

  private static void months(JsonNode months, CostingCase end) {
    months
        .propertyStream()
        .forEach(
            month -> {
              CostingCase.Issued issued = end.issuedIn(month.getKey());
              JsonNode expected = month.getValue();
              same("issued", issued.quantity(), expected.get("issued").get("quantity"));
              same("amount", issued.amount(), expected.get("issued").get("amount"));
              assertThat(issued.unit().subtract(expected.get("unit").decimalValue()).abs())
                  .isLessThan(new BigDecimal("0.000001"));
              state(expected.get("closing"), issued.after());
            });
  }

  /** What is booked into the open month is what the replay of all says more than before. */
  private static void posting(JsonNode given, JsonNode posting, CostingCase end) {
    int closed = 0;
    while (!given.get("steps").get(closed).get("do").asString().equals("closePeriod")) {
      closed++;
    }
    CostingCase before = CostingCase.of(given, closed);
    Map<String, BigDecimal> booked = new TreeMap<>(end.totals());
    before.totals().forEach((name, was) -> booked.merge(name, was.negate(), BigDecimal::add));
    booked.put("stock", end.value().subtract(before.value()));
    BigDecimal all =
        Stream.of("stock", "cogs", "expense", "costDifference")
            .map(booked::get)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    booked.put("goodsReceivedNotBilledOrPayable", all.negate());
    posting.propertyStream().forEach(p -> same(p.getKey(), booked.get(p.getKey()), p.getValue()));
  }

  private static void state(JsonNode expected, ItemValue there) {
    state(expected, there.onHand().value(), there.value().amount());
  }

  private static void state(JsonNode expected, BigDecimal onHand, BigDecimal value) {
    if (expected.has("onHand")) {
      same("on hand", onHand, expected.get("onHand"));
      same("value", value, expected.get("value"));
    }
    if (expected.has("unit") && onHand.signum() != 0) {
      same("unit", unit(value, onHand, 4), expected.get("unit"));
    }
  }

  private static BigDecimal unit(BigDecimal value, BigDecimal onHand, int decimals) {
    return value.divide(onHand, decimals, RoundingMode.HALF_UP);
  }

  private static void same(String what, BigDecimal found, JsonNode expected) {
    assertThat(found).as(what).isEqualByComparingTo(expected.decimalValue());
  }
}
