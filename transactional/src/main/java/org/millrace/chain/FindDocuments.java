package org.millrace.chain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millrace.party.Company;
import org.millrace.shared.Problems;

/**
 * Finds documents of all kinds by a text: the number, the digits at its end, how it begins, the
 * partner, the amount. Each is a question that an index answers, however many documents there are.
 */
final class FindDocuments {
  private static final int OF_A_KIND = 5;
  private static final int PARTIES = 20;
  private static final int SERIES = 12;
  private static final Pattern ENDING = Pattern.compile("(.*?)(\\d+)");
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(,\\d{3})*([.,]\\d{1,2})?");

  private final LinkedKinds kinds;
  private final LinkedDocuments documents;

  FindDocuments(LinkedKinds kinds, LinkedDocuments documents) {
    this.kinds = kinds;
    this.documents = documents;
  }

  /**
   * What is found in the kinds that may be seen, those first whose number it is.
   *
   * @throws org.millrace.shared.Refused when the text is too short or too long
   */
  List<LinkedDocument> by(Company company, String asked, Predicate<LinkedKind> seen) {
    String text = asked.strip();
    new Problems()
        .require(text.length() >= 2 && text.length() <= 80, "search", text, "2 to 80 letters")
        .refuse("Nothing can be searched for so");
    List<String> parties = documents.parties(company, text, PARTIES);
    Optional<BigDecimal> amount = amount(text);
    Map<LinkedDocument.Name, LinkedDocument> byNumber = new LinkedHashMap<>();
    Map<LinkedDocument.Name, LinkedDocument> others = new LinkedHashMap<>();
    for (LinkedKind kind : kinds.all()) {
      if (seen.test(kind)) {
        numbered(company, kind, text).forEach(found -> byNumber.put(found.name(), found));
        documents
            .ofParties(company, kind, parties, OF_A_KIND)
            .forEach(found -> others.put(found.name(), found));
        amount
            .map(value -> documents.over(company, kind, value, OF_A_KIND))
            .orElse(List.of())
            .forEach(found -> others.put(found.name(), found));
      }
    }
    others.keySet().removeAll(byNumber.keySet());
    List<LinkedDocument> all = new ArrayList<>(byNumber.values());
    all.addAll(others.values());
    return all;
  }

  private List<LinkedDocument> numbered(Company company, LinkedKind kind, String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    Set<String> numbers = new LinkedHashSet<>(List.of(text, upper));
    documents
        .series(company, kind, SERIES)
        .forEach((begins, first) -> filled(begins, first, upper).ifPresent(numbers::add));
    return documents.numbered(company, kind, numbers, upper, OF_A_KIND);
  }

  /** The number that somebody means who leaves out zeros or how it begins: 76 for SO-000076. */
  static Optional<String> filled(String begins, String first, String text) {
    Matcher ending = ENDING.matcher(text);
    if (!ending.matches()) {
      return Optional.empty();
    }
    String before = ending.group(1);
    boolean isMeant = before.isEmpty() || begins.equalsIgnoreCase(before);
    String digits = ending.group(2).replaceFirst("^0+(?=.)", "");
    int missing = first.length() - begins.length() - digits.length();
    return isMeant && missing >= 0
        ? Optional.of(begins + "0".repeat(missing) + digits)
        : Optional.empty();
  }

  /** 1234.5, 1,234.50 and 1234,50 are amounts. */
  static Optional<BigDecimal> amount(String text) {
    if (!AMOUNT.matcher(text).matches()) {
      return Optional.empty();
    }
    String whole = text.replaceAll(",(?=\\d{3}(\\D|$))", "").replace(',', '.');
    return Optional.of(new BigDecimal(whole));
  }
}
