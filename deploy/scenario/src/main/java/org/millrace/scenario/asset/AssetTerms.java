package org.millrace.scenario.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millrace.scenario.Fields;

/** How assets of a case are depreciated, as the request that acquires one says it. */
public final class AssetTerms {
  private static final Pattern METHOD =
      Pattern.compile("straightLine|doubleDeclining|sumOfYearsDigits|unitsOfProduction");

  /** What a rule says of the days that count, where no convention is given. */
  private static final Map<String, String> CONVENTIONS = new LinkedHashMap<>();

  static {
    CONVENTIONS.put("by day of the year", "by-day-of-year");
    CONVENTIONS.put("by day of the life", "by-day-of-life");
    CONVENTIONS.put("by day", "by-day");
    CONVENTIONS.put("15th rule", "full-month-until-15");
    CONVENTIONS.put("next month", "next-month");
  }

  private static final String LIFE = "life";
  private static final String UNIT = "lifeUnit";
  private static final String PERIOD = "period";
  private static final String BOOKS = "books";

  private AssetTerms() {}

  /** What is given, with the method and the days that the rule of the case names. */
  public static Map<String, Object> of(Fields given, String rule) {
    Map<String, Object> terms = new LinkedHashMap<>();
    Matcher method = METHOD.matcher(rule);
    if (method.find()) {
      terms.put("method", kebab(method.group()));
    }
    CONVENTIONS.entrySet().stream()
        .filter(each -> rule.contains(each.getKey()))
        .findFirst()
        .ifPresent(each -> terms.put("convention", each.getValue()));
    terms.putAll(of(given));
    return terms;
  }

  /** What is said of one asset. A life in years is depreciated year by year. */
  public static Map<String, Object> of(Fields given) {
    Map<String, Object> terms = new LinkedHashMap<>();
    life(terms, given);
    given.findText("method").ifPresent(word -> terms.put("method", kebab(word)));
    given.findText("convention").ifPresent(word -> terms.put("convention", kebab(word)));
    given.findNumber("residual").ifPresent(value -> terms.put("residual", value));
    given.findText(PERIOD).ifPresent(word -> terms.put(PERIOD, word.replace("ly", "")));
    given.findText("periodEnds").ifPresent(day -> terms.put("yearEnd", day));
    given
        .findNumber("openingDepreciation")
        .or(() -> given.findNumber("accumulated"))
        .ifPresent(value -> terms.put("openingDepreciation", value));
    given
        .findText("openingThrough")
        .or(() -> given.findText("depreciatedThrough"))
        .ifPresent(day -> terms.put("openingThrough", day));
    given.object(BOOKS).ifPresent(books -> books(terms, books));
    return terms;
  }

  private static void life(Map<String, Object> terms, Fields given) {
    given.findNumber(LIFE).ifPresent(value -> put(terms, value, "months"));
    given.findNumber("lifeYears").ifPresent(value -> put(terms, value, "years"));
    given.findNumber("lifeUnits").ifPresent(value -> put(terms, value, "units"));
  }

  private static void put(Map<String, Object> terms, BigDecimal life, String unit) {
    terms.put(LIFE, life);
    terms.put(UNIT, unit);
    if (unit.equals("years")) {
      terms.put(PERIOD, "year");
    }
  }

  /** The first book is that of the asset; a number is a life in years. */
  private static void books(Map<String, Object> terms, Fields books) {
    List<Map<String, Object>> further = new ArrayList<>();
    for (String name : books.names()) {
      Map<String, Object> book = new LinkedHashMap<>();
      Optional<JsonNode> years = books.find(name).filter(JsonNode::isNumber);
      if (years.isPresent()) {
        put(book, years.get().decimalValue(), "years");
      } else {
        Fields said = books.object(name).orElseThrow();
        book.putAll(of(said));
        said.refuseUnread();
      }
      if (further.isEmpty() && !terms.containsKey("book")) {
        terms.putAll(book);
        terms.put("book", name);
      } else {
        book.put("name", name);
        further.add(book);
      }
    }
    terms.put(BOOKS, further);
  }

  /** The word as the core has it: byDayOfYear is by-day-of-year. */
  private static String kebab(String word) {
    return word.replaceAll("([a-z])([A-Z]|[0-9]+)", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
