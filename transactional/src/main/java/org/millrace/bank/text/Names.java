package org.millrace.bank.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of people and firms as banks and books write them. */
public final class Names {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "LTD", "LIMITED", "PLC", "LLC", "LLP", "INC", "CORP", "CO", "COMPANY", "GMBH", "AG", "KG",
          "OHG", "UG", "EK", "SE", "SA", "SAS", "SARL", "SRL", "SPA", "BV", "NV", "AB", "OY", "AS",
          "APS", "MR", "MRS", "MS", "HERR", "FRAU", "UND", "AND");

  private Names() {}

  /** Words in order of the alphabet, without accents, dots and legal forms. */
  public static String key(String name) {
    String words =
        Arrays.stream(words(name).split(" "))
            .filter(word -> !word.isEmpty() && !LEGAL_FORMS.contains(word))
            .sorted()
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? words(name) : words;
  }

  /** Capital words with one blank between them. */
  public static String words(String text) {
    String dotless = text.replace(".", "").replace("'", "").replace("ß", "ss");
    String plain =
        MARKS.matcher(Normalizer.normalize(dotless, Normalizer.Form.NFKD)).replaceAll("");
    return OTHER.matcher(plain).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
  }

  public static String iban(String iban) {
    return iban.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
  }
}
