package org.millrace.scenario.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.Fields;
import org.millrace.scenario.UnknownWord;

/**
 * What is given of work orders: how much is planned, at what goods are received, what comes beside.
 *
 * @param backorder the order that makes what another one left over
 * @param partReceipts what the first part was bought in: quantity and cost of one
 */
public record ProductionTerms(
    Optional<BigDecimal> planned,
    Optional<BigDecimal> plannedUnitCost,
    Map<String, BigDecimal> plannedParts,
    Map<String, BigDecimal> salesPrices,
    Optional<String> backorder,
    List<List<BigDecimal>> partReceipts,
    Optional<BigDecimal> standardUnitCost) {

  /** Reads them, and passes over what only tells a person what the steps say. */
  public static ProductionTerms of(Fields given) {
    given.find("productsOnHand");
    given.find("normalScrapRate");
    given
        .findText("split")
        .filter(word -> !word.equals("salesValue"))
        .ifPresent(
            word -> {
              throw new UnknownWord(given.where() + ", split", word);
            });
    List<List<BigDecimal>> receipts = new ArrayList<>();
    for (JsonNode each : given.find("partReceipts").map(List::of).orElse(List.of())) {
      each.forEach(
          pair -> receipts.add(List.of(pair.get(0).decimalValue(), pair.get(1).decimalValue())));
    }
    return new ProductionTerms(
        given.findNumber("planned"),
        given.findNumber("plannedUnitCost"),
        numbers(given, "plannedParts"),
        numbers(given, "salesPrice"),
        given.findText("backorder"),
        receipts,
        given.findNumber("standardUnitCost"));
  }

  private static Map<String, BigDecimal> numbers(Fields given, String name) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    given
        .object(name)
        .ifPresent(all -> all.names().forEach(each -> numbers.put(each, all.number(each))));
    return numbers;
  }
}
