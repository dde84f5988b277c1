package org.millrace.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The file with the Chinese of all refusals; that each fills its gaps is seen when it is read. */
class CatalogueTest {
  private static final String FILE = "refusals.zh.txt";

  @Test
  void hasNoEnglishTwice() throws IOException {
    assertThat(every(0)).hasSizeGreaterThan(400).doesNotHaveDuplicates();
  }

  @Test
  void hasEnglishAndChineseInTurn() throws IOException {
    assertThat(every(0)).allSatisfy(line -> assertThat(line).doesNotContainPattern("\\p{IsHan}"));
    assertThat(every(1))
        .allSatisfy(
            line -> assertThat(line.equals("JSON") || line.matches(".*\\p{IsHan}.*")).isTrue());
  }

  @Test
  void saysEachMessageByItsOwnPhrase() throws IOException {
    Phrasebook book = Phrasebook.of(FILE);
    String messages = text().substring(0, text().indexOf("[parts]"));
    for (String english : messages.lines().filter(CatalogueTest::isTold).toList()) {
      if (!english.matches(".*\\p{IsHan}.*") && !english.equals("JSON")) {
        assertThat(book.said(english.replace("{}", "5"))).as(english).matches(".*\\p{IsHan}.*");
      }
    }
  }

  private static List<String> every(int offset) throws IOException {
    List<String> lines = text().lines().filter(CatalogueTest::isTold).toList();
    return IntStream.range(0, lines.size())
        .filter(i -> i % 2 == offset)
        .mapToObj(lines::get)
        .toList();
  }

  private static boolean isTold(String line) {
    return !line.isBlank() && !line.startsWith("#") && !line.startsWith("[");
  }

  private static String text() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Phrasebook.class.getResourceAsStream(FILE), FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
