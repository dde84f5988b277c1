package org.millrace.paper.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import org.millrace.shared.Money;
import tools.jackson.databind.JsonNode;

/** How values are written on paper: 1,234.50, 3, 19 %. */
final class PaperFormat {
  private static final int MOST_DECIMALS = 6;

  private PaperFormat() {}

  /**
   * The value by a format: money has at least the decimals of its currency, two where none is
   * known, a number those that it needs.
   */
  static String of(JsonNode value, String format, JsonNode currency) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isNumber()) {
      return value.asString("");
    }
    BigDecimal number = value.decimalValue();
    return switch (format) {
      case "money" -> formatted(number, money(currency));
      case "percent" -> formatted(number, "#,##0.####") + " %";
      default -> formatted(number, "#,##0.######");
    };
  }

  private static String money(JsonNode currency) {
    int digits = currency.isString() ? Money.digits(Currency.getInstance(currency.asString())) : 2;
    String least = "0".repeat(digits);
    return "#,##0." + least + "#".repeat(MOST_DECIMALS - digits);
  }

  private static String formatted(BigDecimal number, String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP));
  }
}
