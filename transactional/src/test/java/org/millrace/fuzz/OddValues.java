package org.millrace.fuzz;

import java.util.List;
import java.util.Random;

/** What stands where a value is expected: sound ones, and those that programs fall over. */
final class OddValues {
  private static final List<String> TEXTS =
      List.of(
          "\"A\"",
          "\"WHEEL\"",
          "\"BIKE\"",
          "\"C\"",
          "\"S\"",
          "\"a/b\"",
          "\"SVC 2/\\u00e4\"",
          "\"'; drop table x;--\"",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u202e\"",
          "\"\\ufffe\"",
          "\"\\u4e2d\\u6587\"",
          "\"\\ud83d\\ude00\"",
          "\"%00\"",
          "\"%2F\"",
          "\"..\"",
          "\".\"",
          "\"\\\\\"",
          "\"\\n\\r\\t\"",
          "\"1e999999999\"",
          "\"NaN\"",
          "\"null\"",
          "\"-0\"",
          "\"customer\"",
          "\"supplier\"",
          "\"buy\"",
          "\"make\"",
          "\"pcs\"",
          "\"EUR\"",
          "\"XTS\"",
          "\"Germany\"",
          "\"1000\"");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "-1",
          "1.5",
          "0.0001",
          "0.00000001",
          "1e3",
          "1e9",
          "1e19",
          "1e-19",
          "1e999999999",
          "-1e999999999",
          "1e-999999999",
          "1e2147483648",
          "99999999999999999999",
          "123456789012345678901234567890",
          "999999999999.9999",
          "-0",
          "-0.0",
          "2147483648",
          "9223372036854775808",
          "-9223372036854775809",
          "0.1e1",
          "100",
          "1E+400",
          "1.0E-400");
  private static final List<String> DATES =
      List.of(
          "\"2026-03-01\"",
          "\"2026-03-01T12:00:00Z\"",
          "\"2020-02-30\"",
          "\"2099-12-31\"",
          "\"-1000000000-01-01\"",
          "\"-999999999-01-01\"",
          "\"+999999999-12-31\"",
          "\"+1000000000-01-01T00:00:00Z\"",
          "\"1026-03-01\"",
          "\"0000-01-01\"",
          "\"9999-12-31\"",
          "\"2026-03-01T25:00:00Z\"",
          "\"2026-03-01T00:30+08:00\"",
          "\"2026-03\"",
          "\"2026-W10\"",
          "\"1900-01-01\"",
          "\"2999-12-31T23:59:59.999999999Z\"",
          "20260301",
          "\"tomorrow\"");
  private static final List<String> OTHERS =
      List.of(
          "null",
          "true",
          "false",
          "[]",
          "{}",
          "[[[[]]]]",
          "{\"a\":{\"a\":null}}",
          "[null]",
          "[1,2,3]");

  private final Random random;

  OddValues(Random random) {
    this.random = random;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  boolean isOneIn(int number) {
    return random.nextInt(number) == 0;
  }

  int below(int limit) {
    return random.nextInt(limit);
  }

  /** Any value as JSON. */
  String any() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> oneOf(TEXTS);
      case 3, 4, 5 -> oneOf(NUMBERS);
      case 6, 7 -> oneOf(DATES);
      case 8 -> oneOf(OTHERS);
      default -> longText();
    };
  }

  String number() {
    return isOneIn(2) ? Integer.toString(1 + random.nextInt(50)) : oneOf(NUMBERS);
  }

  String date() {
    return isOneIn(2) ? oneOf(DATES.subList(0, 2)) : oneOf(DATES);
  }

  String text() {
    return isOneIn(2) ? oneOf(TEXTS.subList(0, 6)) : oneOf(TEXTS);
  }

  private String longText() {
    if (isOneIn(20)) {
      int depth = 1 + random.nextInt(20_000);
      return "[".repeat(depth) + "]".repeat(depth);
    }
    return '"' + "x".repeat(random.nextInt(3_000)) + '"';
  }
}
