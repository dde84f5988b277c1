package org.millrace.party.checkdigit;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * VAT identification numbers of the member states of the European Union and of Northern Ireland,
 * with the country before them: DE136695976. Forms are those of the European Commission (VIES),
 * check digits those that the member states published; a form that has no published one, such as
 * that of Czech and Bulgarian persons, is held to its form alone.
 */
public final class VatNumbers {
  private static final int COUNTRY = 2;

  /** The form of what stands behind the country, and the rule that its digits keep. */
  private record Form(String pattern, Predicate<String> holds) {
    boolean fits(String number) {
      return number.matches(pattern) && holds.test(number);
    }
  }

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("AT", new Form("U\\d{8}", VatRules::austria)),
          Map.entry("BE", new Form("[01]\\d{9}", VatRules::belgium)),
          Map.entry("BG", new Form("\\d{9,10}", VatRules::bulgaria)),
          Map.entry("CY", new Form("\\d{8}[A-Z]", VatRules::cyprus)),
          Map.entry("CZ", new Form("\\d{8,10}", VatRules::czechia)),
          Map.entry("DE", new Form("[1-9]\\d{8}", Digits::isMod1110)),
          Map.entry("DK", new Form("[1-9]\\d{7}", VatRules::denmark)),
          Map.entry("EE", new Form("\\d{9}", VatRules::estonia)),
          Map.entry("EL", new Form("\\d{9}", VatRules::greece)),
          Map.entry("ES", new Form("[A-Z0-9]\\d{7}[A-Z0-9]", SpanishNumber::isValid)),
          Map.entry("FI", new Form("\\d{8}", VatRules::finland)),
          Map.entry("FR", new Form("[0-9A-HJ-NP-Z]{2}\\d{9}", VatRules::france)),
          Map.entry("HR", new Form("\\d{11}", Digits::isMod1110)),
          Map.entry("HU", new Form("\\d{8}", VatRules::hungary)),
          Map.entry("IE", new Form("\\d[A-Z0-9+*]\\d{5}[A-W][A-I]?", VatRules::ireland)),
          Map.entry("IT", new Form("\\d{11}", Digits::isLuhn)),
          Map.entry("LT", new Form("\\d{9}|\\d{12}", VatRules::lithuania)),
          Map.entry("LU", new Form("\\d{8}", VatRules::luxembourg)),
          Map.entry("LV", new Form("\\d{11}", VatRules::latvia)),
          Map.entry("MT", new Form("\\d{8}", VatRules::malta)),
          Map.entry("NL", new Form("[A-Z0-9+*]{9}B\\d{2}", VatRules::netherlands)),
          Map.entry("PL", new Form("\\d{10}", VatRules::poland)),
          Map.entry("PT", new Form("[1-9]\\d{8}", VatRules::portugal)),
          Map.entry("RO", new Form("[1-9]\\d{1,9}", VatRules::romania)),
          Map.entry("SE", new Form("\\d{10}(0[1-9]|[1-9]\\d)", VatRules::sweden)),
          Map.entry("SI", new Form("[1-9]\\d{7}", VatRules::slovenia)),
          Map.entry("SK", new Form("[1-9]\\d{9}", number -> Digits.modulo(number, 11) == 0)),
          Map.entry("XI", new Form("\\d{9}(\\d{3})?|GD[0-4]\\d\\d|HA[5-9]\\d\\d", VatRules::uk)));

  private VatNumbers() {}

  /** The countries whose numbers are known, Greece as EL and Northern Ireland as XI. */
  public static Set<String> countries() {
    return FORMS.keySet();
  }

  /** Whether a text in capital letters without blanks is such a number. */
  public static boolean isValid(String number) {
    Form form = number.length() > COUNTRY ? FORMS.get(number.substring(0, COUNTRY)) : null;
    return form != null && form.fits(number.substring(COUNTRY));
  }
}
