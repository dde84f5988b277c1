package org.millrace.dimension;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/**
 * The values that a line names, one of each dimension at most: {@code COST-CENTRE=4100;PROJECT=P7},
 * in the order of the dimensions.
 */
public record DimensionValues(String value) implements Code {
  private static final int LONGEST = 400;

  public DimensionValues {
    value = words(parts(Code.checked("dimensions", value, LONGEST)));
  }

  /** These values; at least one. */
  public static DimensionValues of(Map<DimensionCode, DimensionValue> values) {
    return new DimensionValues(words(new TreeMap<>(values)));
  }

  /** By dimension. */
  public SortedMap<DimensionCode, DimensionValue> values() {
    return parts(value);
  }

  /** The value of one dimension. */
  public Optional<DimensionValue> of(DimensionCode dimension) {
    return Optional.ofNullable(values().get(dimension));
  }

  private static String words(SortedMap<DimensionCode, DimensionValue> values) {
    return values.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(";"));
  }

  private static SortedMap<DimensionCode, DimensionValue> parts(String text) {
    SortedMap<DimensionCode, DimensionValue> parts = new TreeMap<>();
    Problems problems = new Problems();
    for (String part : text.split("[;,]")) {
      String[] sides = part.split("=", -1);
      boolean isPair = sides.length == 2 && !sides[0].isBlank() && !sides[1].isBlank();
      problems.require(
          isPair && parts.put(new DimensionCode(sides[0]), new DimensionValue(sides[1])) == null,
          "dimensions",
          text,
          "one value for each dimension, as in COST-CENTRE=4100;PROJECT=P7");
    }
    problems
        .require(
            !parts.isEmpty(),
            "dimensions",
            text,
            "one value for each dimension, as in COST-CENTRE=4100;PROJECT=P7")
        .refuse("The values of dimensions cannot be read");
    return parts;
  }

  @Override
  public String toString() {
    return value;
  }
}
