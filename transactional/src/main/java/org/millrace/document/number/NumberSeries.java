package org.millrace.document.number;

import org.millrace.shared.Problems;

/**
 * How the numbers of a kind look in a company: {@code SO-000017}, or with the year, in which the
 * count begins anew, {@code SO-2026-000017}.
 */
public record NumberSeries(String prefix, boolean withYear, int digits, long first) {
  public NumberSeries {
    prefix = prefix.strip();
    new Problems()
        .require(
            prefix.matches("[\\p{L}\\p{Nd}._-]{1,12}"),
            "prefix",
            prefix,
            "1 to 12 letters, digits, dots, dashes or underscores")
        .require(digits >= 1 && digits <= 12, "digits", digits, "a number from 1 to 12")
        .require(
            first >= 1 && first <= 1_000_000_000, "first", first, "a number from 1 to a billion")
        .refuse("The numbers cannot be made so");
  }

  /** Numbers as a kind has them when nothing else is set. */
  static NumberSeries standard(String prefix) {
    return new NumberSeries(prefix, false, 6, 1);
  }

  /** The year that counts apart, 0 when all years count on. */
  int yearOf(int year) {
    return withYear ? year : 0;
  }

  String number(int year, long count) {
    String bare = Long.toString(count);
    String padded = "0".repeat(Math.max(0, digits - bare.length())) + bare;
    return withYear ? prefix + "-" + year + "-" + padded : prefix + "-" + padded;
  }
}
