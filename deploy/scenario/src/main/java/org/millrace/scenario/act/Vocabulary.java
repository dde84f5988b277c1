package org.millrace.scenario.act;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.Fields;
import org.millrace.scenario.UnknownWord;

/** All words that a step can begin with. */
public final class Vocabulary {
  private static final Map<String, Act> ACTS = new LinkedHashMap<>();

  static {
    ACTS.putAll(PurchasingActs.ACTS);
    ACTS.putAll(ConsignmentActs.ACTS);
    ACTS.putAll(StockActs.ACTS);
    ACTS.putAll(CostActs.ACTS);
    ACTS.putAll(ProductionActs.ACTS);
    ACTS.putAll(AssetActs.ACTS);
    ACTS.putAll(TaxActs.ACTS);
    ACTS.putAll(MatchActs.ACTS);
    ACTS.putAll(RebateActs.ACTS);
    ACTS.putAll(ExchangeActs.ACTS);
    ACTS.putAll(GroupActs.ACTS);
    ACTS.put("closePeriod", LedgerActs::closePeriod);
  }

  private Vocabulary() {}

  /**
   * What the step does.
   *
   * @throws UnknownWord when no act has that name
   */
  public static Act of(Fields step) {
    String word = step.text("do");
    Optional<Act> exchange = ExchangeActs.of(step);
    if (exchange.isPresent()) {
      return exchange.get();
    }
    boolean isOfAsset = word.equals("revalue") && !step.has("item");
    Act act = isOfAsset ? AssetActs::revalue : ACTS.get(word);
    if (act == null) {
      throw new UnknownWord(step.where() + ", do", word);
    }
    return word.equals("reverse") ? reversing(act) : act;
  }

  /** Payments and invoices are taken back otherwise than goods. */
  private static Act reversing(Act goods) {
    return (world, step) -> {
      if (!ExchangeActs.reverse(world, step)) {
        goods.perform(world, step);
      }
    };
  }
}
