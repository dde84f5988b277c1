package org.millrace.exchange.mapping;

import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.exchange.file.TextForm;
import org.millrace.exchange.layout.YamlKeys;
import org.millrace.shared.Problems;

/** Reads a mapping from YAML and tells all that is wrong with it at once. */
public final class MappingFile {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "currency",
          "charset",
          "delimiter",
          "decimal",
          "thousands",
          "columns",
          "constants",
          "dates",
          "wholeNumbers",
          "rules");
  private static final Set<String> RULES =
      Set.of(
          "creditNotePrefix",
          "badDebtPrefix",
          "zeroPrice",
          "discount",
          "walkIn",
          "customerName",
          "services");

  private final YamlKeys keys;
  private final Problems problems;

  private MappingFile(String yaml) {
    keys = YamlKeys.of(yaml);
    problems = keys.problems();
  }

  /**
   * The mapping that the text describes.
   *
   * @throws org.millrace.shared.Refused with every problem
   */
  public static Mapping read(String yaml) {
    MappingFile file = new MappingFile(yaml);
    return file.mapping();
  }

  private Mapping mapping() {
    keys.known("", keys.root(), KEYS);
    Map<String, Object> rules = keys.map("rules");
    keys.known("rules.", rules, RULES);
    Optional<Currency> currency =
        keys.parsed("currency", "", Currency::getInstance, "an ISO 4217 code");
    Map<Field, String> columns = named("columns", "the name of a column");
    Map<Field, String> constants = named("constants", "a value");
    complete(columns, constants);
    List<String> dates = keys.dates();
    problems.require(!dates.isEmpty(), "dates", "", "at least one form like yyyy-MM-dd HH:mm");
    String zeroPrice = keys.choice("rules.", rules, "zeroPrice", "stock-adjustment", "sale");
    String discount = keys.choice("rules.", rules, "discount", "fraction", "percent", "amount");
    keys.choice("rules.", rules, "walkIn", "per-country");
    String name = keys.name();
    String customerName = YamlKeys.text(rules, "customerName", "{code}");
    problems.require(
        customerName.contains("{code}"), "rules.customerName", customerName, "a text with {code}");
    Set<Field> wholeNumbers = fields("wholeNumbers");
    List<String> services = keys.list("rules.", rules, "services");
    TextForm text = keys.textForm();
    problems.refuse("The mapping cannot be used");
    return new Mapping(
        name,
        currency.orElseThrow(),
        text,
        columns,
        constants,
        dates,
        wholeNumbers,
        new Mapping.Rules(
            prefix(rules, "creditNotePrefix"),
            prefix(rules, "badDebtPrefix"),
            zeroPrice.equals("sale") ? Mapping.ZeroPrice.SALE : Mapping.ZeroPrice.STOCK_ADJUSTMENT,
            Mapping.Discount.valueOf(discount.toUpperCase(Locale.ROOT)),
            customerName,
            services));
  }

  private Map<Field, String> named(String key, String expected) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    keys.map(key)
        .forEach(
            (word, value) ->
                Field.of(word)
                    .ifPresentOrElse(
                        field -> {
                          String text = String.valueOf(value).strip();
                          problems.require(!text.isEmpty(), key + "." + word, "", expected);
                          fields.put(field, text);
                        },
                        () -> problems.add(key + "." + word, value, "one of " + words())));
    return fields;
  }

  /** Each field has a column or, where that makes sense, one value for all rows. */
  private void complete(Map<Field, String> columns, Map<Field, String> constants) {
    for (Field field : Field.values()) {
      boolean isConstant = constants.containsKey(field);
      String where = field.canBeConstant() ? "a column, or a value in constants" : "a column";
      problems.require(
          field.isOptional() || isConstant || columns.containsKey(field),
          "columns." + field.word(),
          "",
          where);
      problems.require(
          !isConstant || field.canBeConstant(),
          "constants." + field.word(),
          constants.get(field),
          "a column of the file: it differs from row to row");
      problems.require(
          !isConstant || !columns.containsKey(field),
          "constants." + field.word(),
          constants.get(field),
          "either a column or a constant");
    }
    boolean hasPrice = columns.containsKey(Field.UNIT_PRICE);
    problems.require(
        hasPrice != columns.containsKey(Field.AMOUNT),
        "columns.unitPrice",
        columns.getOrDefault(Field.UNIT_PRICE, ""),
        "a column for either unitPrice or amount");
    problems.require(
        new HashSet<>(columns.values()).size() == columns.size(),
        "columns",
        columns.values(),
        "another column for each field");
  }

  private Set<Field> fields(String key) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (String word : keys.list("", keys.root(), key)) {
      Field.of(word).ifPresentOrElse(fields::add, () -> problems.add(key, word, words()));
    }
    return fields;
  }

  private static String words() {
    Set<String> words = new TreeSet<>();
    for (Field field : Field.values()) {
      words.add(field.word());
    }
    return String.join(", ", words);
  }

  private static Optional<String> prefix(Map<String, Object> rules, String key) {
    return Optional.of(YamlKeys.text(rules, key, "")).filter(prefix -> !prefix.isEmpty());
  }
}
