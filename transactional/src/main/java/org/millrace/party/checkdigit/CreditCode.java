package org.millrace.party.checkdigit;

/**
 * The unified social credit code of the PRC (统一社会信用代码), GB 32100-2015: 17 signs and a check sign,
 * 31 - sum of sign x 3^place modulo 31. 91110000600037341L is one.
 */
public final class CreditCode {
  private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private CreditCode() {}

  /** Whether a text in capital letters is such a code with the right check sign. */
  public static boolean isValid(String code) {
    if (code.length() != LENGTH || code.chars().anyMatch(c -> SIGNS.indexOf(c) < 0)) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += SIGNS.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % SIGNS.length();
    }
    int check = (SIGNS.length() - sum % SIGNS.length()) % SIGNS.length();
    return SIGNS.charAt(check) == code.charAt(LENGTH - 1);
  }
}
