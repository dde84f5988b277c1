package org.millrace.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a document that a change was decided on, as an {@code If-Match} header names it.
 */
public record Version(long number) {
  private static final Pattern QUOTED = Pattern.compile("\"?(\\d{1,18})\"?");

  /** Reads {@code "3"} or {@code 3}. */
  public static Version of(String header) {
    Matcher digits = QUOTED.matcher(header.strip());
    if (!digits.matches()) {
      throw new Problems()
          .add("If-Match", header, "the quoted version of the document, like \"3\"")
          .refused("The version cannot be read");
    }
    return new Version(Long.parseLong(digits.group(1)));
  }

  /**
   * Passes when the document still has this version.
   *
   * @throws Refused as stale when somebody changed it in between
   */
  public void check(String document, long actual) {
    if (actual != number) {
      throw Refused.stale(
          "%s has version %d, the change was decided on version %d."
                  .formatted(document, actual, number)
              + " Read it again and repeat the change.");
    }
  }
}
