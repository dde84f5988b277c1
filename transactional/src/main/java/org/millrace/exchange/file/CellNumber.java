package org.millrace.exchange.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Numbers of cells as a spreadsheet shows them: 15 digits, days counted from an epoch. */
final class CellNumber {
  private static final DateTimeFormatter MOMENTS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
  private static final int LONGEST = 40;
  private static final int MOST_PLACES = 60;
  private static final BigDecimal LAST_DAY = new BigDecimal(2_958_466);
  private static final BigDecimal SECONDS_A_DAY = new BigDecimal(86_400);
  private static final int FALSE_LEAP_DAY = 60;

  private final LocalDate epoch;
  private final boolean isFrom1900;
  private final char decimal;

  private CellNumber(LocalDate epoch, boolean isFrom1900, char decimal) {
    this.decimal = decimal;
    this.epoch = epoch;
    this.isFrom1900 = isFrom1900;
  }

  /** Day 1 is 1 January 1900, and 1900 is taken for a leap year: 61 is 1 March. */
  static CellNumber from1900(char decimal) {
    return new CellNumber(LocalDate.of(1899, 12, 30), true, decimal);
  }

  /** Day 0 is 1 January 1904. */
  static CellNumber from1904(char decimal) {
    return new CellNumber(LocalDate.of(1904, 1, 1), false, decimal);
  }

  /** The text of a number; what is none stays as it is. 2.5499999999999998 is 2.55. */
  String text(String stored, CellStyles.Shows shows) {
    String value = stored.strip();
    if (value.length() > LONGEST || value.matches("-?\\d+")) {
      return shows == CellStyles.Shows.NUMBER ? value : dated(value, shows);
    }
    return shows == CellStyles.Shows.NUMBER ? number(value) : dated(value, shows);
  }

  private String number(String value) {
    try {
      BigDecimal number = new BigDecimal(value).round(SHOWN);
      boolean isPlain = Math.abs((long) number.scale()) <= MOST_PLACES;
      if (number.signum() == 0) {
        return "0";
      }
      return isPlain ? number.stripTrailingZeros().toPlainString().replace('.', decimal) : value;
    } catch (ArithmeticException | NumberFormatException e) {
      return value;
    }
  }

  private String dated(String value, CellStyles.Shows shows) {
    if (!value.matches("\\d{1,7}(\\.\\d{1,30})?([eE][+-]?\\d)?")) {
      return number(value);
    }
    return moment(new BigDecimal(value)).map(m -> dated(m, shows)).orElseGet(() -> number(value));
  }

  private static String dated(LocalDateTime moment, CellStyles.Shows shows) {
    boolean isDay = shows == CellStyles.Shows.DAY && moment.toLocalTime().toSecondOfDay() == 0;
    return isDay ? moment.toLocalDate().toString() : moment.format(MOMENTS);
  }

  /** The moment of a count of days, empty beyond the year 9999. */
  Optional<LocalDateTime> moment(BigDecimal serial) {
    if (serial.compareTo(LAST_DAY) >= 0) {
      return Optional.empty();
    }
    long seconds =
        serial.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    long days = seconds / 86_400;
    LocalDate start = isFrom1900 && days < FALSE_LEAP_DAY ? epoch.plusDays(1) : epoch;
    return Optional.of(start.atStartOfDay().plusSeconds(seconds));
  }
}
