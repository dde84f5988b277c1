package org.millrace.scenario.asset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.scenario.asset.AssetState.Row;

/** How one asset stood in one book after each step since it was acquired. */
final class AssetHistory {
  private final List<AssetState> states;
  private final String book;
  private final List<AssetState> changed = new ArrayList<>();

  AssetHistory(List<AssetState> states, String book) {
    this.states = List.copyOf(states);
    this.book = book;
    int before = 0;
    for (AssetState state : states) {
      if (state.changes() > before) {
        changed.add(state);
      }
      before = state.changes();
    }
  }

  AssetState first() {
    return states.get(0);
  }

  AssetState last() {
    return states.get(states.size() - 1);
  }

  /** The whole schedule: the last one before it was disposed of. */
  List<Row> schedule() {
    return states.stream()
        .filter(state -> !state.isDisposed())
        .reduce((one, other) -> other)
        .orElseThrow()
        .rows(book);
  }

  /** The schedule at the acquisition. */
  List<Row> initial() {
    return first().rows(book);
  }

  /** What is booked in the end. */
  List<Row> booked() {
    return last().rows(book).stream().filter(Row::isBooked).toList();
  }

  /** The last period of that month that is booked. */
  Optional<Row> booked(Month month) {
    return booked().stream()
        .filter(row -> row.date().getMonth() == month)
        .max(Comparator.comparing(Row::date));
  }

  /** What is booked of months that are full. */
  BigDecimal bookedFullMonths() {
    return sum(booked().stream().filter(row -> isMonthEnd(row.date())).toList());
  }

  private static boolean isMonthEnd(LocalDate day) {
    return day.equals(YearMonth.from(day).atEndOfMonth());
  }

  /** An amount of the first periods. */
  BigDecimal sum(int periods) {
    List<Row> rows = last().rows(book);
    return sum(rows.subList(0, Math.min(periods, rows.size())));
  }

  static BigDecimal sum(List<Row> rows) {
    return rows.stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The first period to come after the first change. */
  Optional<BigDecimal> amountAfterChange() {
    return changed.stream()
        .findFirst()
        .flatMap(state -> state.rows(book).stream().filter(row -> !row.isBooked()).findFirst())
        .map(Row::amount);
  }

  /** What stood in the books when a change was made, counted from 0. */
  Optional<BigDecimal> beforeChange(int number, Function<Row, BigDecimal> figure) {
    if (number >= changed.size()) {
      return Optional.empty();
    }
    return changed.get(number).rows(book).stream()
        .filter(Row::isBooked)
        .reduce((one, other) -> other)
        .map(figure);
  }

  /** How it stood after a change, counted from 0. */
  Optional<AssetState> afterChange(int number) {
    return number < 0 || number >= changed.size()
        ? Optional.empty()
        : Optional.of(changed.get(number));
  }

  int changes() {
    return changed.size();
  }

  /** An amount in the book in the end. */
  Optional<BigDecimal> amount(String field) {
    return last().amount(book, field);
  }

  Optional<BigDecimal> perUnit() {
    return first().perUnit(book);
  }
}
