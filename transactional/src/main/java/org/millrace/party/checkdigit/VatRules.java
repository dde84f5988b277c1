package org.millrace.party.checkdigit;

/** The check digits of VAT numbers by country, of what stands behind the country. */
final class VatRules {
  private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";
  private static final int[] CYPRIOT = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
  private static final int LEGAL = 8;

  private VatRules() {}

  static boolean austria(String number) {
    int sum = 4;
    for (int i = 1; i < LEGAL; i++) {
      int digit = Digits.at(number, i) * (i % 2 == 0 ? 2 : 1);
      sum += digit / 10 + digit % 10;
    }
    return (10 - sum % 10) % 10 == Digits.last(number);
  }

  static boolean belgium(String number) {
    return 97 - Digits.modulo(number.substring(0, 8), 97)
        == Integer.parseInt(number.substring(LEGAL));
  }

  static boolean bulgaria(String number) {
    if (number.length() != 9) {
      return true;
    }
    int check = Digits.weighted(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
    int second = Digits.weighted(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
    return (check == 10 ? second : check) == Digits.last(number);
  }

  static boolean cyprus(String number) {
    int sum = 0;
    for (int i = 0; i < LEGAL; i++) {
      int digit = Digits.at(number, i);
      sum += i % 2 == 0 ? CYPRIOT[digit] : digit;
    }
    return 'A' + sum % 26 == number.charAt(LEGAL);
  }

  static boolean czechia(String number) {
    if (number.length() != LEGAL) {
      return true;
    }
    int check = (11 - Digits.weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return (check == 0 ? 1 : check) % 10 == Digits.last(number);
  }

  static boolean denmark(String number) {
    return Digits.weighted(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  static boolean estonia(String number) {
    return Digits.weighted(number, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
  }

  static boolean greece(String number) {
    int sum = Digits.weighted(number, 256, 128, 64, 32, 16, 8, 4, 2);
    return sum % 11 % 10 == Digits.last(number);
  }

  static boolean finland(String number) {
    return Digits.weighted(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
  }

  static boolean france(String number) {
    String siren = number.substring(2);
    boolean isMonaco = siren.startsWith("000");
    boolean isKeyed = number.matches("\\d+");
    int key = (12 + 3 * Digits.modulo(siren, 97)) % 97;
    return (isMonaco || Digits.isLuhn(siren))
        && (!isKeyed || key == Integer.parseInt(number.substring(0, 2)));
  }

  static boolean hungary(String number) {
    return Digits.weighted(number, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0;
  }

  static boolean ireland(String number) {
    boolean isOld = !Character.isDigit(number.charAt(1));
    String digits =
        isOld ? "0" + number.substring(2, 7) + number.charAt(0) : number.substring(0, 7);
    int branch = number.length() == 9 ? number.charAt(8) - 'A' + 1 : 0;
    int sum = Digits.weighted(digits, 8, 7, 6, 5, 4, 3, 2) + 9 * branch;
    return IRISH.charAt(sum % 23) == number.charAt(7);
  }

  static boolean lithuania(String number) {
    int length = number.length() - 1;
    int check = lithuanian(number, length, 0);
    int again = lithuanian(number, length, 2) % 10;
    return number.charAt(length - 1) == '1' && (check == 10 ? again : check) == Digits.last(number);
  }

  private static int lithuanian(String number, int length, int from) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Digits.at(number, i) * (1 + (i + from) % 9);
    }
    return sum % 11;
  }

  static boolean luxembourg(String number) {
    return Digits.modulo(number.substring(0, 6), 89) == Integer.parseInt(number.substring(6));
  }

  static boolean latvia(String number) {
    return number.charAt(0) <= '3'
        || Digits.weighted(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
  }

  static boolean malta(String number) {
    return Digits.weighted(number, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0;
  }

  /** By the digits of the citizen or company, or since 2020 by all signs. */
  static boolean netherlands(String number) {
    boolean isOld =
        number.substring(0, 9).matches("\\d{9}")
            && Digits.weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == Digits.at(number, 8);
    return isOld || number.matches("[A-Z0-9]+") && Digits.isMod9710("NL" + number);
  }

  static boolean poland(String number) {
    return Digits.weighted(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == Digits.last(number);
  }

  static boolean portugal(String number) {
    int check = (11 - Digits.weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10;
    return check == Digits.last(number);
  }

  static boolean romania(String number) {
    String padded = "0".repeat(10 - number.length()) + number;
    int sum = Digits.weighted(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2);
    return 10 * sum % 11 % 10 == Digits.last(number);
  }

  static boolean sweden(String number) {
    return Digits.isLuhn(number.substring(0, 10));
  }

  static boolean slovenia(String number) {
    int check = 11 - Digits.weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check != 11 && check % 10 == Digits.last(number);
  }

  /** Of companies; governments and health authorities have a form of their own. */
  static boolean uk(String number) {
    if (!Character.isDigit(number.charAt(0))) {
      return true;
    }
    int sum = Digits.weighted(number, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
    return sum == 0 || sum == 42;
  }
}
