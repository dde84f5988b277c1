package org.millrace.settings;

import java.util.Map;
import org.millrace.shared.Problems;

/**
 * How large an imported file may be: MILLRACE_IMPORT_ROWS (default 5,000,000),
 * MILLRACE_IMPORT_MEGABYTES (default 2,048, counted after unpacking) and MILLRACE_IMPORT_REJECTS
 * (default 10,000; a file with more of them does not fit its mapping); MILLRACE_IMPORT_OPEN_REJECTS
 * (default 100,000) are all that wait on the reject list of a company.
 */
public record ImportLimits(long rows, long bytes, long rejects, long openRejects) {
  private static final long MEGABYTE = 1L << 20;

  /** What holds when nothing is set. */
  public static ImportLimits standard() {
    return new ImportLimits(5_000_000, 2_048 * MEGABYTE, 10_000, 100_000);
  }

  static ImportLimits of(Map<String, String> environment, Problems problems) {
    ImportLimits standard = standard();
    return new ImportLimits(
        count(environment, "MILLRACE_IMPORT_ROWS", standard.rows, problems),
        MEGABYTE
            * count(environment, "MILLRACE_IMPORT_MEGABYTES", standard.bytes / MEGABYTE, problems),
        count(environment, "MILLRACE_IMPORT_REJECTS", standard.rejects, problems),
        count(environment, "MILLRACE_IMPORT_OPEN_REJECTS", standard.openRejects, problems));
  }

  private static long count(
      Map<String, String> environment, String name, long otherwise, Problems problems) {
    String value = environment.getOrDefault(name, Long.toString(otherwise));
    boolean isCount = value.matches("[1-9]\\d{0,8}");
    problems.require(isCount, name, value, "a whole number from 1 to 999999999");
    return isCount ? Long.parseLong(value) : otherwise;
  }
}
