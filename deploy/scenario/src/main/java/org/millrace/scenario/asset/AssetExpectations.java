package org.millrace.scenario.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millrace.scenario.Difference;
import org.millrace.scenario.Fields;
import org.millrace.scenario.UnknownWord;
import org.millrace.scenario.asset.AssetState.Row;

/**
 * Compares what is expected of an asset with what came: figures by their word, whole schedules, and
 * figures of one book below its name.
 */
public final class AssetExpectations {
  private static final List<String> NUMBERS =
      List.of(
          "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
          "Twelve");
  private static final List<String> ORDINALS = List.of("", "Second", "Third");
  private static final Pattern AFTER = Pattern.compile("after(?:Month|Year)([0-9]+)");
  private static final Pattern NTH = Pattern.compile("(?:month|year|period)([0-9]+)");
  private static final Pattern BOOK_BEFORE = Pattern.compile("bookBefore(|Second|Third)");
  private static final Pattern BOOKED = Pattern.compile("bookedThrough([A-Z][a-z]+)");
  private static final Pattern FIRST = Pattern.compile("accumulated([A-Z][a-z]+)(?:Months|Years)");
  private static final Pattern DAYS = Pattern.compile("([a-z]+)Days");

  private final List<Difference> differences = new ArrayList<>();

  /**
   * All differences.
   *
   * @param states how the asset stood after each step since it was acquired
   */
  public List<Difference> compare(Fields expected, List<AssetState> states) {
    List<String> books = states.get(0).books();
    for (String name : expected.names()) {
      if (books.contains(name)) {
        compareBook(expected.object(name).orElseThrow(), new AssetHistory(states, name));
      }
    }
    AssetHistory posted = new AssetHistory(states, books.get(0));
    expected.names().stream()
        .filter(name -> !books.contains(name))
        .forEach(name -> compare(expected, name, posted));
    return List.copyOf(differences);
  }

  private void compareBook(Fields expected, AssetHistory history) {
    expected.names().forEach(name -> compare(expected, name, history));
  }

  private void compare(Fields expected, String name, AssetHistory history) {
    JsonNode value = expected.get(name);
    String where = expected.where() + ", " + name;
    switch (name) {
      case "note" -> {}
      case "schedule" -> schedule(where, value, history.schedule());
      case "first" -> first(where, value, history);
      case "end" -> end(where, value, history.schedule());
      case "bookedThrough" -> differ(where, value.asText(), through(history));
      default -> {
        BigDecimal number = Fields.decimal(where, value);
        differ(where, number, figure(expected, name, history));
      }
    }
  }

  private static String through(AssetHistory history) {
    List<Row> booked = history.booked();
    return booked.isEmpty() ? "none" : booked.get(booked.size() - 1).date().toString();
  }

  private void schedule(String where, JsonNode expected, List<Row> rows) {
    if (expected.size() != rows.size()) {
      differ(where, expected.size() + " periods", rows.size() + " periods");
    }
    for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
      String place = where + " " + (i + 1);
      JsonNode row = expected.get(i);
      differ(place, row.path(0).asText(), rows.get(i).date().toString());
      differ(place, Fields.decimal(place, row.path(1)), Optional.of(rows.get(i).amount()));
      if (row.has(2)) {
        differ(place, Fields.decimal(place, row.path(2)), Optional.of(rows.get(i).accumulated()));
      }
    }
  }

  private void first(String where, JsonNode expected, AssetHistory history) {
    Row row = history.initial().get(0);
    differ(where, expected.path(0).asText(), row.date().toString());
    differ(where, Fields.decimal(where, expected.path(1)), Optional.of(row.amount()));
  }

  /** The last day, or what the asset is worth on it. */
  private void end(String where, JsonNode expected, List<Row> rows) {
    Row last = rows.get(rows.size() - 1);
    if (expected.isNumber()) {
      differ(where, expected.decimalValue(), Optional.of(last.bookValue()));
    } else {
      differ(where, expected.asText(), last.date().toString());
    }
  }

  private static Optional<BigDecimal> figure(Fields expected, String name, AssetHistory history) {
    List<Row> rows = history.schedule();
    return switch (name) {
      case "perMonth", "perYear", "perPeriod" -> Optional.of(history.initial().get(0).amount());
      case "perMonthAfter", "perYearAfter", "perPeriodAfter" -> history.amountAfterChange();
      case "lastMonth", "lastYear", "lastPeriod" -> Optional.of(rows.get(rows.size() - 1).amount());
      case "periods" -> Optional.of(BigDecimal.valueOf(rows.size()));
      case "total" -> Optional.of(AssetHistory.sum(rows));
      case "months" -> Optional.of(BigDecimal.valueOf(history.booked().size()));
      case "accumulated", "accumulatedAtSale" -> history.amount("accumulatedDepreciation");
      case "bookValue", "bookValueAtSale" -> history.amount("bookValue");
      case "gain" -> history.amount("gain");
      case "perUnit" -> history.perUnit();
      case "bookedBefore" -> history.beforeChange(0, Row::accumulated);
      case "bookedFullMonths" -> Optional.of(history.bookedFullMonths());
      case "surplus" -> history.afterChange(0).map(state -> state.amount("revaluationSurplus"));
      case "againstSurplus" -> usedSurplus(history);
      case "fall" -> fall(history);
      case "loss" -> loss(history);
      default -> patterned(expected, name, history);
    };
  }

  /** Of a disposal, or of revaluations. */
  private static Optional<BigDecimal> loss(AssetHistory history) {
    return history
        .amount("gain")
        .map(BigDecimal::negate)
        .or(() -> Optional.of(history.last().amount("revaluationLoss")));
  }

  private static Optional<BigDecimal> usedSurplus(AssetHistory history) {
    Optional<BigDecimal> before =
        history.afterChange(history.changes() - 2).map(state -> state.amount("revaluationSurplus"));
    return before.map(value -> value.subtract(history.last().amount("revaluationSurplus")));
  }

  private static Optional<BigDecimal> fall(AssetHistory history) {
    int last = history.changes() - 1;
    return history
        .beforeChange(last, Row::bookValue)
        .map(value -> value.subtract(history.afterChange(last).orElseThrow().amount("bookValue")));
  }

  /** Words that name a month, or count. */
  private static Optional<BigDecimal> patterned(
      Fields expected, String name, AssetHistory history) {
    Optional<Month> month = month(name);
    if (month.isPresent()) {
      return history.booked(month.get()).map(Row::amount);
    }
    Matcher days = DAYS.matcher(name);
    if (days.matches() && month(days.group(1)).isPresent()) {
      return history
          .booked(month(days.group(1)).orElseThrow())
          .map(row -> BigDecimal.valueOf(row.date().getDayOfMonth()));
    }
    Matcher booked = BOOKED.matcher(name);
    if (booked.matches() && month(booked.group(1)).isPresent()) {
      return history.booked(month(booked.group(1)).orElseThrow()).map(Row::accumulated);
    }
    Matcher after = AFTER.matcher(name);
    if (after.matches()) {
      return history.schedule().stream()
          .skip(Integer.parseInt(after.group(1)) - 1L)
          .findFirst()
          .map(Row::bookValue);
    }
    Matcher nth = NTH.matcher(name);
    if (nth.matches()) {
      return history.schedule().stream()
          .skip(Integer.parseInt(nth.group(1)) - 1L)
          .findFirst()
          .map(Row::amount);
    }
    Matcher first = FIRST.matcher(name);
    if (first.matches() && NUMBERS.contains(first.group(1))) {
      return Optional.of(history.sum(NUMBERS.indexOf(first.group(1)) + 1));
    }
    Matcher before = BOOK_BEFORE.matcher(name);
    if (before.matches()) {
      return history.beforeChange(ORDINALS.indexOf(before.group(1)), Row::bookValue);
    }
    throw new UnknownWord(expected.where(), name);
  }

  private static Optional<Month> month(String word) {
    return Arrays.stream(Month.values())
        .filter(month -> month.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private void differ(String where, BigDecimal expected, Optional<BigDecimal> actual) {
    if (actual.isEmpty() || actual.get().compareTo(expected) != 0) {
      differences.add(
          new Difference(
              where,
              expected.toPlainString(),
              actual.map(BigDecimal::toPlainString).orElse("none")));
    }
  }

  private void differ(String where, String expected, String actual) {
    if (!expected.equals(actual)) {
      differences.add(new Difference(where, expected, actual));
    }
  }
}
