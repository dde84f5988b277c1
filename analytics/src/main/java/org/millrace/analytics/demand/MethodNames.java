package org.millrace.analytics.demand;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the methods are called in Chinese. */
final class MethodNames {

  private static final Map<String, String> ZH =
      Map.of(
          "analogues", "相似品法",
          "naive", "朴素法",
          "seasonal naive", "季节朴素法",
          "pool", "组合法",
          "intermittent pool", "间歇需求组合法");

  private MethodNames() {}

  /** The Chinese name of a title; of two methods together both names. */
  static String zh(String title) {
    return Arrays.stream(title.toLowerCase(Locale.ROOT).split(" and "))
        .map(
            each -> {
              String name = ZH.get(each);
              if (name == null) {
                throw new IllegalStateException("The method '" + each + "' has no Chinese name");
              }
              return name;
            })
        .collect(Collectors.joining("与"));
  }
}
