package org.millrace.analytics.forecast.interval;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The per cent of actual values that intervals are to hold, such as 80, 95 and 97.5. */
public record Levels(List<BigDecimal> percents) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** 80 and 95 %. */
  public static final Levels DEFAULT = Levels.of("80", "95");

  public Levels {
    percents = percents.stream().map(Levels::plain).distinct().toList();
    for (BigDecimal percent : percents) {
      if (percent.signum() <= 0 || percent.compareTo(ALL) >= 0) {
        throw new IllegalArgumentException(
            "A level is a per cent above 0 and below 100, but one is " + percent.toPlainString());
      }
    }
  }

  /** Levels as people write them: {@code of("80", "97.5")}; given twice, each counts once. */
  public static Levels of(String... percents) {
    return new Levels(Arrays.stream(percents).map(BigDecimal::new).toList());
  }

  private static BigDecimal plain(BigDecimal percent) {
    BigDecimal least = percent.stripTrailingZeros();
    return least.scale() < 0 ? least.setScale(0) : least;
  }

  /** As people write them: 80 and 97.5. */
  public List<String> texts() {
    return percents.stream().map(BigDecimal::toPlainString).toList();
  }

  /** As fractions of 1. */
  public double[] shares() {
    return percents.stream().mapToDouble(percent -> percent.doubleValue() / 100).toArray();
  }
}
