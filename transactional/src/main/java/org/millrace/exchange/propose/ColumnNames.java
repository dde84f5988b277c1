package org.millrace.exchange.propose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What columns are called in the files of other programs, in several languages. */
final class ColumnNames {
  private static final String FILE = "/mappings/column-names.txt";
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int CERTAIN = 100;
  private static final int SHORTEST_PART = 4;

  private final Map<String, List<String>> names = new LinkedHashMap<>();

  private ColumnNames() {}

  /** Those that ship: a line a column of ours, its names behind a colon with commas between. */
  static ColumnNames shipped() {
    ColumnNames read = new ColumnNames();
    try (InputStream in = ColumnNames.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                String[] parts = line.split(":", 2);
                read.names.put(
                    parts[0].strip(),
                    Stream.of(parts[1].split(",")).map(ColumnNames::bare).toList());
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  /**
   * How well a column of a file fits one of a list, 0 where it does not.
   *
   * @param kind the list, of which a column may have names of its own
   * @param ours its column, such as {@code lines.unit_price}
   */
  int fit(String kind, String ours, String theirs) {
    String name = bare(theirs);
    if (name.isEmpty()) {
      return 0;
    }
    String last = ours.substring(ours.lastIndexOf('.') + 1);
    if (name.equals(bare(ours)) || name.equals(bare(last))) {
      return CERTAIN + 10;
    }
    List<String> known =
        Stream.of(kind + "/" + ours, ours, last)
            .flatMap(key -> names.getOrDefault(key, List.of()).stream())
            .toList();
    int place = known.indexOf(name);
    if (place >= 0) {
      return CERTAIN - Math.min(place, 50);
    }
    return known.stream()
        .filter(part -> part.length() >= SHORTEST_PART && name.contains(part))
        .mapToInt(part -> 40 * part.length() / name.length())
        .max()
        .orElse(0);
  }

  /** Without capitals, accents and what is no letter: {@code Unit-Price (€)} is unitprice. */
  static String bare(String name) {
    String split = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFKD);
    return OTHER
        .matcher(MARKS.matcher(split).replaceAll(""))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
