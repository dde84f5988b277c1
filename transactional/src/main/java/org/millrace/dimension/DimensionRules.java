package org.millrace.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.item.ItemGroupCode;
import org.millrace.party.PartyCode;

/** Which accounts of a company need values of dimensions, and which count where none is named. */
public record DimensionRules(
    Map<DimensionCode, List<Dimension.Required>> required,
    Map<DimensionCode, List<Dimension.Usual>> usual) {
  public DimensionRules {
    required = Map.copyOf(required);
    usual = Map.copyOf(usual);
  }

  /** Whether nothing is needed and nothing filled in. */
  public boolean isEmpty() {
    return required.isEmpty() && usual.isEmpty();
  }

  /** Whether a value counts for items of a group. */
  public boolean asksForGroups() {
    return usual.values().stream()
        .flatMap(List::stream)
        .anyMatch(each -> each.itemGroup().isPresent());
  }

  /** Whether lines of the account need a value of any dimension. */
  public boolean concerns(String account) {
    return required.values().stream().anyMatch(ranges -> covers(ranges, account));
  }

  /** What is named, and the usual values of the other dimensions; empty when there are none. */
  public Optional<DimensionValues> completed(
      Optional<DimensionValues> named, Optional<ItemGroupCode> group, Optional<PartyCode> party) {
    Map<DimensionCode, DimensionValue> all = new TreeMap<>();
    named.ifPresent(values -> all.putAll(values.values()));
    usual.forEach(
        (dimension, values) -> {
          Dimension.Usual best = null;
          for (Dimension.Usual each : values) {
            if (each.fits(group, party) && (best == null || each.rank() > best.rank())) {
              best = each;
            }
          }
          if (best != null) {
            all.putIfAbsent(dimension, best.value());
          }
        });
    return all.isEmpty() ? Optional.empty() : Optional.of(DimensionValues.of(all));
  }

  /** The dimensions whose value a line on the account lacks. */
  public List<DimensionCode> missing(String account, Optional<DimensionValues> named) {
    List<DimensionCode> missing = new ArrayList<>();
    required.forEach(
        (dimension, ranges) -> {
          if (covers(ranges, account) && named.flatMap(all -> all.of(dimension)).isEmpty()) {
            missing.add(dimension);
          }
        });
    missing.sort(null);
    return missing;
  }

  private static boolean covers(List<Dimension.Required> ranges, String account) {
    return ranges.stream()
        .anyMatch(
            range ->
                account.compareTo(range.fromAccount()) >= 0
                    && account.compareTo(range.toAccount().orElse(range.fromAccount())) <= 0);
  }
}
