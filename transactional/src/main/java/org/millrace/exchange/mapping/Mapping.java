package org.millrace.exchange.mapping;

import java.nio.charset.Charset;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How to read one layout of a sales history. */
public record Mapping(
    String name,
    Currency currency,
    Text text,
    Map<Field, String> columns,
    List<String> dates,
    Set<Field> wholeNumbers,
    Rules rules) {
  public Mapping {
    columns = Map.copyOf(new EnumMap<>(columns));
    dates = List.copyOf(dates);
    wholeNumbers = Set.copyOf(wholeNumbers);
  }

  /** How the text of the file is written. */
  public record Text(Charset charset, char delimiter, char decimal) {}

  /** What a row at price 0 is. */
  public enum ZeroPrice {
    STOCK_ADJUSTMENT,
    SALE
  }

  /** The rules of the layout; an absent prefix means there are no such papers. */
  public record Rules(
      Optional<String> creditNotePrefix,
      Optional<String> badDebtPrefix,
      ZeroPrice zeroPrice,
      String customerName,
      List<String> services) {
    public Rules {
      services = services.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether a paper of that number is a credit note. */
    public boolean isCreditNote(String number) {
      return creditNotePrefix.filter(number::startsWith).isPresent();
    }

    /** Whether a paper of that number adjusts bad debt. */
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
