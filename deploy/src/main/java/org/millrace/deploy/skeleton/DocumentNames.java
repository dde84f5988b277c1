package org.millrace.deploy.skeleton;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.millrace.deploy.home.Refusal;

/**
 * How a kind of document is called in each of its files.
 *
 * @param domain the package right under {@code org.millrace}
 * @param kind lower case, words joined by dashes
 * @param chinese what people read in Chinese
 * @param prefix before its numbers
 * @param board the folder of the board that gets its tile
 */
public record DocumentNames(
    String domain, String kind, String chinese, String prefix, String board) {
  private static final Pattern NAME = Pattern.compile("[a-z]+/[a-z]+(-[a-z]+)*");
  private static final Pattern PREFIX = Pattern.compile("[A-Z]{1,4}");

  /**
   * Names by what was asked for.
   *
   * @throws Refusal when a name is none, saying what one looks like
   */
  public static DocumentNames of(
      String name, String chinese, Optional<String> prefix, String board) {
    require(NAME, name, "DOMAIN/KIND is lower case such as quality/inspection");
    require(NAME, board, "a board is DOMAIN/BOARD such as planning/supply");
    String kind = name.substring(name.indexOf('/') + 1);
    String before =
        prefix.orElse(kind.substring(0, Math.min(2, kind.length()))).toUpperCase(Locale.ROOT);
    require(PREFIX, before, "a prefix is one to four capital letters");
    if (!chinese.matches(".*\\p{IsHan}.*") || chinese.matches(".*[{}:,].*")) {
      throw new Refusal("'" + chinese + "' has no Chinese sign; name it as in --zh 检验单");
    }
    return new DocumentNames(name.substring(0, name.indexOf('/')), kind, chinese, before, board);
  }

  private static void require(Pattern form, String text, String expected) {
    if (!form.matcher(text).matches()) {
      throw new Refusal("'" + text + "' does not fit: " + expected);
    }
  }

  /** Its record, such as {@code Inspection}. */
  public String record() {
    StringBuilder record = new StringBuilder();
    for (String word : kind.split("-")) {
      record.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return record.toString();
  }

  /** What stands for each name in the files of the skeleton and in their paths. */
  Map<String, String> words(int version) {
    String record = record();
    String title = kind.replace('-', ' ');
    return Map.ofEntries(
        Map.entry("domain", domain),
        Map.entry("kind", kind),
        Map.entry("kind_", kind.replace('-', '_')),
        Map.entry("Kind", record),
        Map.entry(
            "kindName", record.substring(0, 1).toLowerCase(Locale.ROOT) + record.substring(1)),
        Map.entry("title", title),
        Map.entry("Title", title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1)),
        Map.entry("标题", chinese),
        Map.entry("PREFIX", prefix),
        Map.entry("board", board),
        Map.entry("version", Integer.toString(version)));
  }
}
