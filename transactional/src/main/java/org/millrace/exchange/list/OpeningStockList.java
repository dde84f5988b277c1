package org.millrace.exchange.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.exchange.layout.CellType;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.OpeningStock;

/**
 * Goods that were there when the books began, with what they cost; rows with the same number are
 * moved together. Rows that were taken once are not taken again.
 */
final class OpeningStockList implements ImportedList {
  private static final String NUMBER = "number";
  private static final String EXPIRES_ON = "expires_on";
  private static final Columns COLUMNS =
      new Columns(
          List.of("item", "quantity", "unit_cost"),
          List.of(NUMBER, "location", "lot", EXPIRES_ON, "date"),
          List.of(),
          Map.of(
              "quantity",
              CellType.NUMBER,
              "unit_cost",
              CellType.NUMBER,
              EXPIRES_ON,
              CellType.DATE,
              "date",
              CellType.DATE));

  private final OpeningStock opening;
  private final Companies companies;
  private final RowReader reader;
  private final RowsTakenJdbc taken;

  OpeningStockList(
      OpeningStock opening, Companies companies, RowReader reader, RowsTakenJdbc taken) {
    this.opening = opening;
    this.companies = companies;
    this.reader = reader;
    this.taken = taken;
  }

  private record Asked(
      ItemCode item,
      Quantity quantity,
      BigDecimal unitCost,
      Optional<LocationCode> location,
      Optional<LotCode> lot,
      Optional<LocalDate> expiresOn,
      Optional<LocalDate> date,
      Optional<String> number) {
    GoodsMove.Line line(Currency currency) {
      return new GoodsMove.Line(
          item,
          location.orElse(LocationCode.MAIN),
          quantity,
          Optional.of(Money.of(unitCost, currency)),
          lot,
          Optional.empty(),
          expiresOn);
    }
  }

  @Override
  public String kind() {
    return "opening-stock";
  }

  @Override
  public String permission() {
    return "stock.adjust";
  }

  @Override
  public Columns columns(CompanyCode company) {
    return COLUMNS;
  }

  @Override
  public Optional<String> grouping() {
    return Optional.of(NUMBER);
  }

  @Override
  public boolean take(CompanyCode company, Map<String, String> cells) {
    throw new IllegalStateException("rows of one movement are taken together");
  }

  @Override
  public boolean takeTogether(OfRun of, List<Map<String, String>> rows, int occurrence) {
    if (!taken.isNew(of, kind(), DocumentsList.content(rows, occurrence))) {
      return false;
    }
    Currency currency = companies.named(of.company()).currency();
    List<GoodsMove.Line> goods = new ArrayList<>(rows.size());
    Optional<LocalDate> day = Optional.empty();
    for (Map<String, String> row : rows) {
      Asked asked = reader.read(row, Asked.class);
      day = day.or(asked::date);
      goods.add(asked.line(currency));
    }
    opening.take(of.company(), goods, day);
    return true;
  }
}
