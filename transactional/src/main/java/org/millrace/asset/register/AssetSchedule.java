package org.millrace.asset.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.asset.Asset;
import org.millrace.asset.AssetStatus;
import org.millrace.asset.depreciation.Charge;
import org.millrace.asset.depreciation.DepreciationPlan;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;

/** The depreciation of an asset, period by period: what is booked, and what is to come. */
record AssetSchedule(DocumentNumber number, Currency currency, List<Book> books) {
  /**
   * One book.
   *
   * @param perUnit what a unit costs where depreciation goes by units, to 6 decimals
   */
  record Book(String name, @Amount Optional<BigDecimal> perUnit, List<Row> rows) {}

  /** The charge of a period. */
  record Row(
      LocalDate date,
      Money amount,
      Money accumulatedDepreciation,
      Money bookValue,
      boolean booked) {
    static Row booked(Charge charge) {
      return new Row(
          charge.date(), charge.amount(), charge.accumulated(), charge.bookValue(), true);
    }

    static Row coming(Charge charge) {
      return new Row(
          charge.date(), charge.amount(), charge.accumulated(), charge.bookValue(), false);
    }
  }

  static AssetSchedule of(Asset asset) {
    List<DepreciationPlan> plans = asset.plans();
    List<Book> books = new ArrayList<>();
    for (DepreciationPlan plan : plans) {
      List<Row> rows = new ArrayList<>(plan.booked().stream().map(Row::booked).toList());
      if (asset.status() == AssetStatus.ACTIVE) {
        plan.coming().forEach(charge -> rows.add(Row.coming(charge)));
      }
      books.add(new Book(asset.books().get(books.size()).name(), plan.perUnit(), rows));
    }
    return new AssetSchedule(asset.number(), asset.currency(), books);
  }
}
