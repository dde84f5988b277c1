package org.millrace.bank.text;

import java.util.Locale;
import java.util.Optional;

/**
 * Creditor references of ISO 11649: RF, two check digits, up to 21 letters and digits. With RF and
 * check digits moved to the end and letters as 10 to 35 it leaves 1 when divided by 97: RF18 5390
 * 0754 7034 does.
 */
public final class Rf {
  private static final int MODULUS = 97;
  private static final int HEAD = 4;
  private static final int LONGEST = 25;

  private Rf() {}

  /** The letters and digits of a text that looks like such a reference, right or wrong. */
  public static boolean isLike(String compact) {
    return compact.length() > HEAD
        && compact.length() <= LONGEST
        && compact.startsWith("RF")
        && isDigit(compact.charAt(2))
        && isDigit(compact.charAt(3));
  }

  /** Whether the check digits are right. */
  public static boolean isValid(String reference) {
    String compact = reference.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return isLike(compact) && remainder(compact.substring(HEAD) + compact.substring(0, HEAD)) == 1;
  }

  /** What stands behind the check digits where they are right. */
  public static Optional<String> inside(String compact) {
    return isValid(compact) ? Optional.of(compact.substring(HEAD)) : Optional.empty();
  }

  /** The remainder by 97 of letters and digits, -1 when there is anything else. */
  public static int remainder(String text) {
    int rest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        rest = (rest * 10 + c - '0') % MODULUS;
      } else if (c >= 'A' && c <= 'Z') {
        rest = (rest * 100 + c - 'A' + 10) % MODULUS;
      } else {
        return -1;
      }
    }
    return rest;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
