package org.millrace.exchange.file;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days counted as spreadsheets count them: 46082.75 is 18:00 on 1 March 2026. */
public final class SerialDates {
  private static final Pattern SERIAL = Pattern.compile("\\d{1,7}(\\.\\d{1,30})?");

  private SerialDates() {}

  /** The moment of a count of days, empty when it is none. */
  public static Optional<LocalDateTime> moment(String serial) {
    return of(serial, CellNumber.from1900('.'));
  }

  /** The same counted from 1 January 1904, as workbooks made on old Macintoshes do. */
  public static Optional<LocalDateTime> momentFrom1904(String serial) {
    return of(serial, CellNumber.from1904('.'));
  }

  private static Optional<LocalDateTime> of(String serial, CellNumber system) {
    return SERIAL.matcher(serial).matches()
        ? system.moment(new BigDecimal(serial))
        : Optional.empty();
  }
}
