package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.TreeMap;

/** The movements of all goods of a company, added up by month. */
final class Months {
  private static final int UNIT_DECIMALS = 6;
  private static final int DAY_LENGTH = 10;

  private final TreeMap<YearMonth, Month> months = new TreeMap<>();

  /** What left in a month, and what was there at its end. */
  record Month(Snapshot.Stock issued, Snapshot.Stock closing) {
    /** What one cost in the month, to 6 decimals. */
    Optional<BigDecimal> unit() {
      return unitOf(issued.plus(closing));
    }

    /** What one cost that left, where the cost of one is cut and the rest stays. */
    Optional<BigDecimal> unitIssued() {
      return issued.onHand().signum() == 0 ? unit() : unitOf(issued);
    }

    private static Optional<BigDecimal> unitOf(Snapshot.Stock all) {
      return all.onHand().signum() == 0
          ? Optional.empty()
          : Optional.of(
              all.value()
                  .divide(all.onHand(), UNIT_DECIMALS, RoundingMode.HALF_UP)
                  .stripTrailingZeros());
    }
  }

  private Months() {}

  static Months of(World world) {
    Months made = new Months();
    TreeMap<YearMonth, Snapshot.Stock> moved = new TreeMap<>();
    TreeMap<YearMonth, Snapshot.Stock> issued = new TreeMap<>();
    for (JsonNode row : world.books().get("stock/movements?size=500").path("rows")) {
      YearMonth month =
          YearMonth.from(LocalDate.parse(row.path("occurredAt").asText().substring(0, DAY_LENGTH)));
      Snapshot.Stock goods = new Snapshot.Stock(decimal(row, "quantity"), decimal(row, "value"));
      moved.merge(month, goods, Snapshot.Stock::plus);
      if (isIssue(row)) {
        issued.merge(month, goods.negated(), Snapshot.Stock::plus);
      }
    }
    Snapshot.Stock closing = Snapshot.Stock.NONE;
    for (YearMonth month : moved.keySet()) {
      closing = closing.plus(moved.getOrDefault(month, Snapshot.Stock.NONE));
      made.months.put(month, new Month(issued.getOrDefault(month, Snapshot.Stock.NONE), closing));
    }
    return made;
  }

  private static boolean isIssue(JsonNode row) {
    String reason = row.path("reason").asText();
    return reason.equals("issue") || reason.equals("consumption");
  }

  private static BigDecimal decimal(JsonNode row, String name) {
    return new BigDecimal(row.path(name).asText("0"));
  }

  /** The month; one in which nothing moved ends as the one before. */
  Month of(YearMonth month) {
    Month found = months.get(month);
    if (found != null) {
      return found;
    }
    return Optional.ofNullable(months.lowerEntry(month))
        .map(before -> new Month(Snapshot.Stock.NONE, before.getValue().closing()))
        .orElseGet(() -> new Month(Snapshot.Stock.NONE, Snapshot.Stock.NONE));
  }
}
