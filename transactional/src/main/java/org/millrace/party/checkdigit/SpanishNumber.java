package org.millrace.party.checkdigit;

/** NIF of Spain: of citizens (54362315K), of foreigners (X2482300W), of others (B58378431). */
final class SpanishNumber {
  private static final String PERSONS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String OTHERS = "JABCDEFGHI";
  private static final int CHECK = 8;

  private SpanishNumber() {}

  static boolean isValid(String number) {
    char first = number.charAt(0);
    if (Character.isDigit(first)) {
      return isPerson(number.substring(0, CHECK), number.charAt(CHECK));
    }
    if ("XYZ".indexOf(first) >= 0) {
      return isPerson("XYZ".indexOf(first) + number.substring(1, CHECK), number.charAt(CHECK));
    }
    if ("KLM".indexOf(first) >= 0) {
      return isPerson(number.substring(1, CHECK), number.charAt(CHECK));
    }
    return "ABCDEFGHJNPQRSUVW".indexOf(first) >= 0 && isOther(number);
  }

  private static boolean isPerson(String digits, char check) {
    return PERSONS.charAt(Digits.modulo(digits, PERSONS.length())) == check;
  }

  /** The check digit by Luhn of seven digits, as a digit or the letter in its place. */
  private static boolean isOther(String number) {
    int digit = 0;
    while (!Digits.isLuhn(number.substring(1, CHECK) + digit)) {
      digit++;
    }
    char check = number.charAt(CHECK);
    char first = number.charAt(0);
    boolean isDigit = check == '0' + digit && "NPQRSW".indexOf(first) < 0;
    boolean isLetter = check == OTHERS.charAt(digit) && "ABEH".indexOf(first) < 0;
    return isDigit || isLetter;
  }
}
