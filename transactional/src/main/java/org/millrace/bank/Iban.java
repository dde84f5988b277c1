package org.millrace.bank;

import java.util.Locale;
import org.millrace.bank.text.Rf;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/**
 * An account number of ISO 13616. With its first four characters moved to the end and letters as 10
 * to 35 it leaves 1 when divided by 97: DE02 1203 0000 0000 2020 51 does.
 */
public record Iban(String value) implements Code {
  private static final int SHORTEST = 15;
  private static final int LONGEST = 34;
  private static final int LONGEST_WRITTEN = 50;
  private static final int HEAD = 4;

  public Iban {
    String bare =
        Code.checked("iban", value, LONGEST_WRITTEN)
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT);
    new Problems()
        .require(
            isValid(bare),
            "iban",
            bare,
            "an IBAN: two letters, two check digits that are right, 11 to 30 letters and digits")
        .refuse("The account number cannot be used");
    value = bare;
  }

  /** Whether capital letters and digits without blanks are such a number. */
  public static boolean isValid(String bare) {
    return bare.length() >= SHORTEST
        && bare.length() <= LONGEST
        && bare.matches("[A-Z]{2}\\d{2}[A-Z0-9]+")
        && Rf.remainder(bare.substring(HEAD) + bare.substring(0, HEAD)) == 1;
  }

  @Override
  public String toString() {
    return value;
  }
}
