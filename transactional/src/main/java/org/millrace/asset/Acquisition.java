package org.millrace.asset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.asset.depreciation.DepreciationPlan;
import org.millrace.asset.depreciation.DepreciationTerms;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * An asset to be taken into the books.
 *
 * @param books how it is depreciated in each book; the first is posted to the ledger
 * @param openingThrough through which day it was depreciated before, of one taken over
 */
public record Acquisition(
    String name,
    LocalDate acquiredOn,
    Money cost,
    List<NewBook> books,
    Optional<LocalDate> openingThrough) {
  public Acquisition {
    name = Code.checked("name", "asset name", name, 200);
    books = List.copyOf(books);
  }

  /** How the asset is depreciated in one book, and what it lost there before it was taken over. */
  public record NewBook(String name, DepreciationTerms terms, Optional<Money> openingDepreciation) {
    public NewBook {
      name = Code.checked("name", "book name", name, 40);
    }
  }

  /** On which day it comes into the books. */
  LocalDate postedOn() {
    return openingThrough.map(day -> day.plusDays(1)).orElse(acquiredOn);
  }

  /**
   * The asset in each book.
   *
   * @throws org.millrace.shared.Refused as invalid, naming each field that does not fit
   */
  List<AssetBook> booked() {
    Problems problems = new Problems();
    problems.require(cost.isPositive(), "cost", cost.amount(), "more than 0");
    requireExact(problems, "cost", cost);
    LocalDate opened = openingThrough.orElse(acquiredOn);
    problems.require(
        !opened.isBefore(acquiredOn),
        "openingThrough",
        opened,
        "a day from " + acquiredOn + " on, when it was acquired");
    List<AssetBook> booked = new ArrayList<>();
    Set<String> names = new HashSet<>();
    problems.require(!books.isEmpty(), "life", "", "the useful life");
    for (NewBook book : books) {
      String field = booked.isEmpty() ? "" : "books." + booked.size() + ".";
      problems.require(names.add(book.name()), field + "name", book.name(), "each book once");
      requireFits(problems, field, book);
      booked.add(booked(booked.size() + 1, book));
    }
    problems.refuse("The asset cannot be acquired so");
    return booked;
  }

  private void requireFits(Problems problems, String field, NewBook book) {
    Money residual = book.terms().residual();
    problems.require(
        residual.compareTo(cost) <= 0, field + "residual", residual.amount(), "at most the cost");
    requireExact(problems, field + "residual", residual);
    Money opening = book.openingDepreciation().orElse(Money.zero(cost.currency()));
    problems.require(
        !opening.isNegative() && opening.compareTo(cost.minus(residual)) <= 0,
        field + "openingDepreciation",
        opening.amount(),
        "from 0 to the cost less the residual value");
    requireExact(problems, field + "openingDepreciation", opening);
    problems.require(
        opening.isZero() || openingThrough.isPresent(),
        "openingThrough",
        "",
        "through which day it was depreciated before");
  }

  private static void requireExact(Problems problems, String field, Money amount) {
    problems.require(
        amount.rounded().compareTo(amount) == 0,
        field,
        amount.amount(),
        "an amount without fractions of the smallest coin");
  }

  /** What was lost before is worked out where it is not said. */
  private AssetBook booked(int line, NewBook book) {
    DepreciationPlan plan = DepreciationPlan.of(book.terms(), acquiredOn, cost);
    if (openingThrough.isEmpty()) {
      return AssetBook.of(line, book.name(), Money.zero(cost.currency()), plan);
    }
    LocalDate through = openingThrough.get();
    Money lost = book.openingDepreciation().orElseGet(() -> plan.cut(through).accumulated());
    return AssetBook.of(line, book.name(), lost, plan.opened(lost, through));
  }
}
