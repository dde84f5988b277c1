package org.millrace.party.checkdigit;

import java.math.BigInteger;

/** The sums that check digits are made of. A number is its ASCII digits. */
final class Digits {
  private static final int LETTER_TEN = 'A' - 10;

  private Digits() {}

  static int at(String number, int place) {
    return number.charAt(place) - '0';
  }

  /** Sum of digit x weight, from the first digit on. */
  static int weighted(String number, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += at(number, i) * weights[i];
    }
    return sum;
  }

  /** The remainder of the number itself. */
  static int modulo(String number, int modulus) {
    return new BigInteger(number).mod(BigInteger.valueOf(modulus)).intValueExact();
  }

  /** Luhn (ISO/IEC 7812-1): every second digit from the right doubled, its digits added. */
  static boolean isLuhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = at(number, number.length() - 1 - i);
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled / 10 + doubled % 10;
    }
    return sum % 10 == 0;
  }

  /** ISO 7064, MOD 11,10. */
  static boolean isMod1110(String number) {
    int check = 5;
    for (int i = 0; i < number.length(); i++) {
      int before = check == 0 ? 10 : check;
      check = (before * 2 % 11 + at(number, i)) % 10;
    }
    return check == 1;
  }

  /** ISO 7064, MOD 97-10: letters count as 10 to 35. */
  static boolean isMod9710(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().forEach(c -> digits.append(Character.isDigit(c) ? c - '0' : c - LETTER_TEN));
    return modulo(digits.toString(), 97) == 1;
  }

  static int last(String number) {
    return at(number, number.length() - 1);
  }
}
