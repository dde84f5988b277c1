package org.millrace.exchange.mapping;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.exchange.file.TextForm;

/** How to read one layout of a sales history. */
public record Mapping(
    String name,
    Currency currency,
    TextForm text,
    Map<Field, String> columns,
    Map<Field, String> constants,
    List<String> dates,
    Set<Field> wholeNumbers,
    Rules rules) {
  public Mapping {
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
    dates = List.copyOf(dates);
    wholeNumbers = Set.copyOf(wholeNumbers);
  }

  /** What stands in the column of the discount. */
  public enum Discount {
    /** 0.05 of the line. */
    FRACTION,
    /** 5 of a hundred. */
    PERCENT,
    /** Money off the line. */
    AMOUNT
  }

  /** What a row at price 0 is. */
  public enum ZeroPrice {
    STOCK_ADJUSTMENT,
    SALE
  }

  /** The rules of the layout; an absent prefix means there are no such documents. */
  public record Rules(
      Optional<String> creditNotePrefix,
      Optional<String> badDebtPrefix,
      ZeroPrice zeroPrice,
      Discount discount,
      String customerName,
      List<String> services) {
    public Rules {
      services = services.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether a document of that number is a credit note. */
    public boolean isCreditNote(String number) {
      return creditNotePrefix.filter(number::startsWith).isPresent();
    }

    /** Whether a document of that number adjusts bad debt. */
    public boolean isBadDebt(String number) {
      return badDebtPrefix.filter(number::startsWith).isPresent();
    }

    /** Whether an item of that code is not goods. */
    public boolean isService(String item) {
      String code = item.toLowerCase(Locale.ROOT);
      return services.stream()
          .anyMatch(
              s ->
                  s.endsWith("*")
                      ? code.startsWith(s.substring(0, s.length() - 1))
                      : code.equals(s));
    }
  }
}
