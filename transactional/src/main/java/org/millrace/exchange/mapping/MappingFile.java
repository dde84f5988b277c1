package org.millrace.exchange.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.millrace.exchange.file.TextForm;
import org.millrace.shared.Problems;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

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

  private final Problems problems = new Problems();
  private final Map<String, Object> root;

  private MappingFile(String yaml) {
    root = map("mapping", load(yaml));
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

  private Object load(String yaml) {
    try {
      return new Load(LoadSettings.builder().setLabel("mapping").build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new Problems()
          .add(
              "mapping",
              Objects.toString(e.getMessage(), "").lines().findFirst().orElse(""),
              "YAML")
          .refused("The mapping cannot be read");
    }
  }

  private Mapping mapping() {
    known("", root, KEYS);
    Map<String, Object> rules = map("rules", root.getOrDefault("rules", Map.of()));
    known("rules.", rules, RULES);
    Optional<Currency> currency = parsed("currency", "", Currency::getInstance, "an ISO 4217 code");
    Optional<Charset> charset = parsed("charset", "UTF-8", Charset::forName, "a character set");
    Map<Field, String> columns = named("columns", "the name of a column");
    Map<Field, String> constants = named("constants", "a value");
    complete(columns, constants);
    List<String> dates = dates();
    String zeroPrice = choice(rules, "zeroPrice", "stock-adjustment", "sale");
    String discount = choice(rules, "discount", "fraction", "percent", "amount");
    choice(rules, "walkIn", "per-country");
    String name = text(root, "name", "");
    problems.require(!name.isBlank(), "name", name, "a name");
    String customerName = text(rules, "customerName", "{code}");
    problems.require(
        customerName.contains("{code}"), "rules.customerName", customerName, "a text with {code}");
    Set<Field> wholeNumbers = fields("wholeNumbers");
    List<String> services = list("rules.", rules, "services");
    TextForm text = textForm(charset.orElse(StandardCharsets.UTF_8));
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

  private String choice(Map<String, Object> rules, String key, String... words) {
    String value = text(rules, key, words[0]);
    boolean isKnown = List.of(words).contains(value);
    problems.require(isKnown, "rules." + key, value, String.join(" or ", words));
    return isKnown ? value : words[0];
  }

  private TextForm textForm(Charset charset) {
    char decimal = single("decimal", ".");
    char delimiter = single("delimiter", ",");
    problems
        .require(isSign(decimal), "decimal", decimal, "a point, a comma or the like")
        .require(
            isSign(delimiter) && delimiter != '"' && delimiter != '\n' && delimiter != '\r',
            "delimiter",
            delimiter,
            "a comma, a semicolon or the like, and no quote");
    Optional<Character> thousands =
        root.containsKey("thousands") ? Optional.of(single("thousands", "")) : Optional.empty();
    problems.require(
        thousands.filter(c -> c == decimal || Character.isDigit(c)).isEmpty(),
        "thousands",
        thousands.map(String::valueOf).orElse(""),
        "another character than the decimal " + decimal);
    return new TextForm(charset, delimiter, decimal, thousands);
  }

  private static boolean isSign(char c) {
    return !Character.isLetterOrDigit(c) && c != '-' && c != '+';
  }

  private Map<Field, String> named(String key, String expected) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    map(key, root.getOrDefault(key, Map.of()))
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

  private List<String> dates() {
    List<String> dates = list("", root, "dates");
    problems.require(!dates.isEmpty(), "dates", "", "at least one form like yyyy-MM-dd HH:mm");
    for (String form : dates) {
      if (form.equals(Mapping.SERIAL_DATES)) {
        continue;
      }
      try {
        DateTimeFormatter unused = DateTimeFormatter.ofPattern(form);
      } catch (IllegalArgumentException e) {
        problems.add("dates", form, "a form like yyyy-MM-dd HH:mm, or serial");
      }
    }
    return dates;
  }

  private Set<Field> fields(String key) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (String word : list("", root, key)) {
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

  private void known(String path, Map<String, Object> map, Set<String> keys) {
    map.keySet().stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> problems.add(path + key, map.get(key), "one of " + new TreeSet<>(keys)));
  }

  private static Map<String, Object> map(String what, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new Problems()
          .add(what, value == null ? "" : value, "keys with values")
          .refused("The mapping cannot be read");
    }
    Map<String, Object> named = new java.util.LinkedHashMap<>();
    map.forEach((key, inner) -> named.put(String.valueOf(key), inner));
    return named;
  }

  private List<String> list(String path, Map<String, Object> map, String key) {
    Object value = map.get(key);
    if (value instanceof List<?> values) {
      return values.stream().map(String::valueOf).toList();
    }
    problems.require(value == null, path + key, value, "a list");
    return List.of();
  }

  private static String text(Map<String, Object> map, String key, String otherwise) {
    Object value = map.get(key);
    return value == null ? otherwise : String.valueOf(value);
  }

  private static Optional<String> prefix(Map<String, Object> rules, String key) {
    return Optional.of(text(rules, key, "")).filter(prefix -> !prefix.isEmpty());
  }

  private char single(String key, String otherwise) {
    String value = text(root, key, otherwise);
    problems.require(value.length() == 1, key, value, "a single character");
    return value.isEmpty() ? ' ' : value.charAt(0);
  }

  private <T> Optional<T> parsed(
      String key, String otherwise, Function<String, T> parse, String expected) {
    String value = text(root, key, otherwise);
    try {
      return Optional.of(parse.apply(value));
    } catch (IllegalArgumentException e) {
      problems.add(key, value, expected);
      return Optional.empty();
    }
  }
}
