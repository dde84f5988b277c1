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
    return SERIAL.matcher(serial).matches()
        ? CellNumber.from1900('.').moment(new BigDecimal(serial))
        : Optional.empty();
  }
}
