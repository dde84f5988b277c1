package org.millrace.exchange.history.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.mapping.Field;
import org.millrace.exchange.mapping.Mapping;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;
import org.millrace.shared.UnitPrice;

/** Reads rows of one file by a mapping. */
public final class ReadRow {
  private static final int LONGEST_CODE = 50;
  private static final int LONGEST_UNIT = 12;
  private static final Map<Mapping.Discount, BigDecimal> WHOLE =
      Map.of(
          Mapping.Discount.FRACTION, BigDecimal.ONE, Mapping.Discount.PERCENT, new BigDecimal(100));

  private final Mapping mapping;
  private final List<String> header;
  private final FieldCells cells;
  private final LocalDateTime latest;
  private Optional<String> lastDate = Optional.empty();
  private LocalDateTime lastMoment = LocalDateTime.MIN;

  /**
   * Finds the columns of the mapping.
   *
   * @throws FileUnreadable when the file lacks one
   */
  public ReadRow(Mapping mapping, List<String> header, String file, LocalDateTime latest) {
    this.mapping = mapping;
    this.header = header;
    this.latest = latest;
    this.cells = new FieldCells(mapping, header, file);
  }

  /** What a row says, or what is wrong with it. */
  public RowReading read(Row row) {
    try {
      int count = row.cells().size();
      if (count < header.size() || !restIsBlank(row)) {
        String reason = count < header.size() ? "too short" : "too long";
        String expected = header.size() + " cells, as the header has";
        return new RowReading.Unreadable(
            new NewReject(row.line(), row.cells(), "row", count + " cells", reason, expected));
      }
      return new RowReading.Read(parsed(row));
    } catch (Wrong e) {
      return new RowReading.Unreadable(e.why());
    }
  }

  private boolean restIsBlank(Row row) {
    return row.cells().stream().skip(header.size()).allMatch(String::isBlank);
  }

  private SalesRow parsed(Row row) throws Wrong {
    String number = cells.code(row, Field.NUMBER, LONGEST_CODE);
    BigDecimal quantity = quantity(row);
    SalesRow.Price price = price(row, quantity, mapping.rules().isBadDebt(number));
    Optional<String> customer =
        cells.text(row, Field.CUSTOMER).isEmpty()
            ? Optional.empty()
            : Optional.of(cells.code(row, Field.CUSTOMER, LONGEST_CODE));
    return new SalesRow(
        row,
        number,
        new SalesRow.Goods(
            cells.code(row, Field.ITEM, LONGEST_CODE),
            cells.name(row, Field.DESCRIPTION),
            unit(row)),
        quantity,
        date(row),
        price,
        customer,
        cells.code(row, Field.COUNTRY, LONGEST_CODE));
  }

  private Unit unit(Row row) throws Wrong {
    return cells.text(row, Field.UNIT).isEmpty()
        ? Unit.PIECES
        : new Unit(cells.code(row, Field.UNIT, LONGEST_UNIT));
  }

  /** Without a column for it, it is the constant, with the sign of the amount. */
  private BigDecimal quantity(Row row) throws Wrong {
    BigDecimal quantity = cells.number(row, Field.QUANTITY, Quantity.DECIMALS);
    if (quantity.signum() == 0) {
      throw cells.wrong(row, Field.QUANTITY, "nothing", "a quantity other than 0");
    }
    boolean isConstant = mapping.constants().containsKey(Field.QUANTITY);
    boolean isBack = isConstant && hasAmount() && amount(row).signum() < 0;
    return isBack ? quantity.negate() : quantity;
  }

  private boolean hasAmount() {
    return mapping.columns().containsKey(Field.AMOUNT);
  }

  private BigDecimal amount(Row row) throws Wrong {
    return cells.number(row, Field.AMOUNT, UnitPrice.DECIMALS);
  }

  private SalesRow.Price price(Row row, BigDecimal quantity, boolean mayBeBelow0) throws Wrong {
    Field field = hasAmount() ? Field.AMOUNT : Field.UNIT_PRICE;
    BigDecimal stated = cells.number(row, field, UnitPrice.DECIMALS);
    boolean isBare = !hasAmount() && !mapping.columns().containsKey(Field.DISCOUNT);
    SalesRow.Price price =
        isBare
            ? new SalesRow.Price(stated, Optional.empty())
            : ofLine(row, hasAmount() ? stated : stated.multiply(quantity), quantity);
    if (price.ofUnit().signum() < 0 && !mayBeBelow0) {
      throw cells.wrong(row, field, "below 0", "a price of 0 or more");
    }
    return price;
  }

  private SalesRow.Price ofLine(Row row, BigDecimal gross, BigDecimal quantity) throws Wrong {
    BigDecimal net = PlainNumber.of(gross.subtract(discount(row, gross)));
    BigDecimal each =
        PlainNumber.of(net.divide(quantity, UnitPrice.DECIMALS, RoundingMode.HALF_UP));
    BigDecimal booked = SalesRow.rounded(each.multiply(quantity), mapping.currency());
    if (booked.compareTo(SalesRow.rounded(net, mapping.currency())) != 0) {
      throw cells.wrong(
          row,
          hasAmount() ? Field.AMOUNT : Field.DISCOUNT,
          "no price of one unit comes to " + net.toPlainString(),
          "an amount that " + quantity.toPlainString() + " units at 6 decimals come to");
    }
    return new SalesRow.Price(each, Optional.of(net));
  }

  private BigDecimal discount(Row row, BigDecimal gross) throws Wrong {
    if (cells.text(row, Field.DISCOUNT).isEmpty()) {
      return BigDecimal.ZERO;
    }
    BigDecimal stated = cells.number(row, Field.DISCOUNT, UnitPrice.DECIMALS);
    Mapping.Discount kind = mapping.rules().discount();
    BigDecimal most = WHOLE.getOrDefault(kind, gross.abs());
    if (stated.signum() < 0 || stated.compareTo(most) > 0) {
      throw cells.wrong(
          row, Field.DISCOUNT, "not a discount", "0 to " + PlainNumber.of(most).toPlainString());
    }
    return kind == Mapping.Discount.AMOUNT
        ? stated.multiply(BigDecimal.valueOf(gross.signum()))
        : gross.multiply(stated).divide(most); // a division by 1 or 100 ends
  }

  private LocalDateTime date(Row row) throws Wrong {
    String value = cells.text(row, Field.DATE);
    if (!lastDate.equals(Optional.of(value))) {
      lastMoment = cells.date(row);
      lastDate = Optional.of(value);
    }
    if (!BusinessDates.isBelievable(lastMoment.toLocalDate())) {
      throw cells.wrong(row, Field.DATE, "not a date of business", BusinessDates.EXPECTED);
    }
    if (lastMoment.isAfter(latest)) {
      throw cells.wrong(row, Field.DATE, "in the future", "a moment that has passed");
    }
    return lastMoment;
  }
}
