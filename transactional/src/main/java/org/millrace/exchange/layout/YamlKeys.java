package org.millrace.exchange.layout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
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

/** The keys of a mapping file, and all that is wrong with them. */
public final class YamlKeys {
  /** A form of dates: days counted as spreadsheets do, 46082 being 1 March 2026. */
  public static final String SERIAL = "serial";

  /** The same counted from 1904. */
  public static final String SERIAL_1904 = "serial1904";

  private final Problems problems = new Problems();
  private final Map<String, Object> root;

  private YamlKeys(Map<String, Object> root) {
    this.root = root;
  }

  /**
   * The keys of that text.
   *
   * @throws org.millrace.shared.Refused when it is no YAML with keys
   */
  public static YamlKeys of(String yaml) {
    Object loaded;
    try {
      loaded = new Load(LoadSettings.builder().setLabel("mapping").build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new Problems()
          .add(
              "mapping",
              Objects.toString(e.getMessage(), "").lines().findFirst().orElse(""),
              "YAML")
          .refused("The mapping cannot be read");
    }
    return new YamlKeys(keys("mapping", loaded));
  }

  public Map<String, Object> root() {
    return root;
  }

  public Problems problems() {
    return problems;
  }

  private static Map<String, Object> keys(String what, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new Problems()
          .add(what, value == null ? "" : value, "keys with values")
          .refused("The mapping cannot be read");
    }
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, inner) -> named.put(String.valueOf(key), inner));
    return named;
  }

  /** The keys below that one, none where it is not there. */
  public Map<String, Object> map(String key) {
    return keys(key, root.getOrDefault(key, Map.of()));
  }

  /** The keys of a value that may be anything; noted where it has none. */
  Map<String, Object> map(String path, Object value) {
    if (value instanceof Map<?, ?>) {
      return keys(path, value);
    }
    problems.add(path, value, "keys with values");
    return Map.of();
  }

  /** Notes the keys of a map that nobody knows. */
  public void known(String path, Map<String, Object> map, Set<String> keys) {
    map.keySet().stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> problems.add(path + key, map.get(key), "one of " + new TreeSet<>(keys)));
  }

  /** The texts of a list, none where the key is not there. */
  public List<String> list(String path, Map<String, Object> map, String key) {
    Object value = map.get(key);
    if (value instanceof List<?> values) {
      return values.stream().map(String::valueOf).toList();
    }
    problems.require(value == null, path + key, value, "a list");
    return List.of();
  }

  /** The text of a key. */
  public static String text(Map<String, Object> map, String key, String otherwise) {
    Object value = map.get(key);
    return value == null ? otherwise : String.valueOf(value);
  }

  /** The text of a key that may be left out. */
  static Optional<String> text(Map<String, Object> map, String key) {
    return Optional.ofNullable(map.get(key)).map(String::valueOf);
  }

  /** One of these words, the first where the key is not there. */
  public String choice(String path, Map<String, Object> map, String key, String... words) {
    String value = text(map, key, words[0]);
    boolean isKnown = List.of(words).contains(value);
    problems.require(isKnown, path + key, value, String.join(" or ", words));
    return isKnown ? value : words[0];
  }

  /** The name of the mapping. */
  public String name() {
    String name = text(root, "name", "");
    problems.require(!name.isBlank(), "name", name, "a name");
    return name;
  }

  /** What a text says to who can read it; noted where he cannot. */
  public <T> Optional<T> parsed(
      String key, String otherwise, Function<String, T> parse, String expected) {
    String value = text(root, key, otherwise);
    try {
      return Optional.of(parse.apply(value));
    } catch (IllegalArgumentException e) {
      problems.add(key, value, expected);
      return Optional.empty();
    }
  }

  /** How the text of the files is written. */
  public TextForm textForm() {
    Charset charset =
        parsed("charset", "UTF-8", Charset::forName, "a character set")
            .orElse(StandardCharsets.UTF_8);
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

  private char single(String key, String otherwise) {
    String value = text(root, key, otherwise);
    problems.require(value.length() == 1, key, value, "a single character");
    return value.isEmpty() ? ' ' : value.charAt(0);
  }

  /** The forms of dates that are tried. */
  public List<String> dates() {
    List<String> dates = list("", root, "dates");
    for (String form : dates) {
      if (form.equals(SERIAL) || form.equals(SERIAL_1904)) {
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
}
