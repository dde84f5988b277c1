package org.millrace.settlement.ageing;

import java.util.ArrayList;
import java.util.List;
import org.millrace.shared.Problems;

/**
 * The last day of each bucket but the last one, in days late: 30, 60, 90 make 1 to 30, 31 to 60, 61
 * to 90 and more than 90.
 */
record AgeingSettings(List<Integer> days) {
  /** Of a company that set none. */
  static final AgeingSettings DEFAULT = new AgeingSettings(List.of(30, 60, 90));

  private static final int MOST = 4;
  private static final int LONGEST = 3650;

  AgeingSettings {
    days = List.copyOf(days);
    Problems problems = new Problems();
    problems.require(
        !days.isEmpty() && days.size() <= MOST, "days", days, "1 to " + MOST + " numbers of days");
    int before = 0;
    for (int each : days) {
      problems.require(
          each > before && each <= LONGEST,
          "days",
          each,
          "more than " + before + " and at most " + LONGEST);
      before = each;
    }
    problems.refuse("The buckets cannot be set");
  }

  /** As people read them: {@code 1-30, 31-60, 61-90, 91+}. */
  String words() {
    List<String> words = new ArrayList<>();
    int from = 1;
    for (int until : days) {
      words.add(from + "-" + until);
      from = until + 1;
    }
    words.add(from + "+");
    return String.join(", ", words);
  }
}
