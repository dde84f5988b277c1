package org.millrace.exchange.mapping;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
          "columns",
          "dates",
          "wholeNumbers",
          "rules");
  private static final Set<String> RULES =
      Set.of(
          "creditNotePrefix", "badDebtPrefix", "zeroPrice", "walkIn", "customerName", "services");

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
    Currency currency = parsed(root, "currency", "", Currency::getInstance, "an ISO 4217 code");
    Charset charset = parsed(root, "charset", "UTF-8", Charset::forName, "a character set");
    Map<Field, String> columns = columns();
    List<String> dates = dates();
    String zeroPrice = text(rules, "zeroPrice", "stock-adjustment");
    problems.require(
        Set.of("stock-adjustment", "sale").contains(zeroPrice),
        "rules.zeroPrice",
        zeroPrice,
        "stock-adjustment or sale");
    String walkIn = text(rules, "walkIn", "per-country");
    problems.require(walkIn.equals("per-country"), "rules.walkIn", walkIn, "per-country");
    String name = text(root, "name", "");
    problems.require(!name.isBlank(), "name", name, "a name");
    String customerName = text(rules, "customerName", "{code}");
    problems.require(
        customerName.contains("{code}"), "rules.customerName", customerName, "a text with {code}");
    Set<Field> wholeNumbers = fields("wholeNumbers");
    Mapping.Text text = new Mapping.Text(charset, single("delimiter", ","), single("decimal", "."));
    problems.refuse("The mapping cannot be used");
    return new Mapping(
        name,
        currency,
        text,
        columns,
        dates,
        wholeNumbers,
        new Mapping.Rules(
            prefix(rules, "creditNotePrefix"),
            prefix(rules, "badDebtPrefix"),
            zeroPrice.equals("sale") ? Mapping.ZeroPrice.SALE : Mapping.ZeroPrice.STOCK_ADJUSTMENT,
            customerName,
            list(rules, "services")));
  }

  private Map<Field, String> columns() {
    Map<String, Object> named = map("columns", root.getOrDefault("columns", Map.of()));
    Map<Field, String> columns = new EnumMap<>(Field.class);
    named.forEach(
        (word, column) ->
            Field.of(word)
                .ifPresentOrElse(
                    field -> columns.put(field, String.valueOf(column)),
                    () -> problems.add("columns." + word, column, "one of " + words())));
    for (Field field : Field.values()) {
      problems.require(
          columns.containsKey(field), "columns." + field.word(), "", "the name of a column");
    }
    problems.require(
        new HashSet<>(columns.values()).size() == columns.size(),
        "columns",
        columns.values(),
        "another column for each field");
    return columns;
  }

  private List<String> dates() {
    List<String> dates = list(root, "dates");
    problems.require(!dates.isEmpty(), "dates", "", "at least one form like yyyy-MM-dd HH:mm");
    for (String form : dates) {
      try {
        DateTimeFormatter.ofPattern(form);
      } catch (IllegalArgumentException e) {
        problems.add("dates", form, "a form like yyyy-MM-dd HH:mm");
      }
    }
    return dates;
  }

  private Set<Field> fields(String key) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (String word : list(root, key)) {
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

  private static List<String> list(Map<String, Object> map, String key) {
    List<String> texts = new ArrayList<>();
    if (map.get(key) instanceof List<?> values) {
      values.forEach(value -> texts.add(String.valueOf(value)));
    }
    return texts;
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

  private <T> T parsed(
      Map<String, Object> map,
      String key,
      String otherwise,
      Function<String, T> parse,
      String expected) {
    String value = text(map, key, otherwise);
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException e) {
      throw problems.add(key, value, expected).refused("The mapping cannot be used");
    }
  }
}
