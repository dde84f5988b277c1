package org.millrace.stock.valuation;

import java.util.Map;
import java.util.Objects;

/** What the lines of an item are worth, and what is there in the end, in each pool and in all. */
public record Valuation(
    Map<LineKey, Valued> lines, Map<String, ItemValue> pools, ItemValue end, Basis basis) {
  public Valuation {
    lines = Map.copyOf(lines);
    pools = Map.copyOf(pools);
  }

  /** What one of the lines is worth. */
  public Valued of(LineKey line) {
    return Objects.requireNonNull(lines.get(line), () -> line + " was not valued");
  }
}
