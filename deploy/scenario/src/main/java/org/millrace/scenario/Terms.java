package org.millrace.scenario;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is given before the first act: the currency of the company, how it values its stock, what it
 * lets pass.
 */
final class Terms {
  /** Ways to value stock that are no moving average over the company. */
  private static final Set<String> OTHER_COSTING =
      Set.of("fifo", "standard", "periodicMonthly", "average:lot", "actualOrderCost");

  /** The most that the core lets a price differ, in percent: scenarios bill what they say. */
  private static final BigDecimal ANY_PRICE = BigDecimal.valueOf(100);

  private final String currency;
  private final boolean isShortageRefused;
  private final Map<String, Object> tolerance;

  private Terms(String currency, boolean isShortageRefused, Map<String, Object> tolerance) {
    this.currency = currency;
    this.isShortageRefused = isShortageRefused;
    this.tolerance = tolerance;
  }

  /**
   * The terms of a case.
   *
   * @throws UnknownWord when it gives something that is not known here
   */
  static Terms of(Scenario scenario) {
    if (OTHER_COSTING.contains(scenario.rule())) {
      throw new UnknownWord(scenario.id() + ", rule", scenario.rule());
    }
    Fields given = new Fields(scenario.id() + ", given", scenario.given());
    Terms terms = new Terms(given.text("currency"), isShortageRefused(given), tolerance(given));
    given.refuseUnread();
    return terms;
  }

  private static boolean isShortageRefused(Fields given) {
    String word = given.findText("negativeStock").orElse("");
    if (!word.isEmpty() && !word.equals("refuse")) {
      throw new UnknownWord(given.where() + ", negativeStock", word);
    }
    return !word.isEmpty();
  }

  private static Map<String, Object> tolerance(Fields given) {
    Map<String, Object> tolerance = new LinkedHashMap<>();
    tolerance.put("quantityPercent", BigDecimal.ZERO);
    tolerance.put("pricePercent", ANY_PRICE);
    given
        .object("tolerance")
        .ifPresent(
            asked -> {
              asked.names().forEach(name -> tolerance.put(name, asked.number(name)));
            });
    return tolerance;
  }

  /** The request that opens the company. */
  Map<String, Object> company(String code, String name) {
    Map<String, Object> company = new LinkedHashMap<>();
    company.put("code", code);
    company.put("name", name);
    company.put("currency", currency);
    company.put("negativeStock", !isShortageRefused);
    company.put("timeZone", "UTC");
    return company;
  }

  /** Sets what the company lets pass. */
  void set(Books books) {
    books.put("purchasing/match-tolerance", tolerance);
  }

  /** The request that makes an item. */
  Map<String, Object> item(String code) {
    return Map.of("code", code, "name", code);
  }
}
