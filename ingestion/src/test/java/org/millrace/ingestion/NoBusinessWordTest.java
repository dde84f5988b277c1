package org.millrace.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ingestion knows the envelope and nothing of what the events are about. */
class NoBusinessWordTest {

  private static final Path CONTRACTS = Path.of("../transactional/contracts");
  private static final Path SOURCE = Path.of("src/main/java");

  @Test
  void noSourceFileNamesADomainOrAnEvent() throws IOException {
    for (Path file : filesBelow(SOURCE)) {
      assertThat(businessWordsIn(Files.readString(file))).as(file.toString()).isEmpty();
    }
  }

  @Test
  void theRuleBites() throws IOException {
    assertThat(businessWordsIn("if (type.equals(\"sales.invoice-posted\"))"))
        .contains("sales", "invoice-posted");
  }

  private static List<String> businessWordsIn(String text) throws IOException {
    return words().stream()
        .filter(word -> Pattern.compile("(?i)\\b" + word + "\\b").matcher(text).find())
        .toList();
  }

  private static Set<String> words() throws IOException {
    Set<String> words = new TreeSet<>();
    for (Path file : filesBelow(CONTRACTS)) {
      if (!file.toString().endsWith(".schema.json")) {
        continue;
      }
      words.add(file.getParent().getFileName().toString());
      words.add(file.getFileName().toString().replaceAll("\\..*", ""));
    }
    return words;
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toList());
    }
  }
}
