package org.millrace.stock.valuation;

import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;

/** Values steps one after the other, in pools of one method. */
final class Replay implements Costing {
  private final Currency currency;
  private final Supplier<Pool> empty;

  Replay(Currency currency, Supplier<Pool> empty) {
    this.currency = currency;
    this.empty = empty;
  }

  @Override
  public Valuation value(List<Step> steps) {
    Run run = new Run(currency, empty);
    steps.forEach(run::add);
    return run.valuation();
  }
}
