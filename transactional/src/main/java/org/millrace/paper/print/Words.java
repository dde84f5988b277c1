package org.millrace.paper.print;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.millrace.party.Party.Language;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What papers say, in each language, as a file of words has it. */
final class Words {
  private Words() {}

  /**
   * The words of a language by their names.
   *
   * @throws IllegalArgumentException when the text is no such file
   */
  static Map<String, String> of(String file, String text, Language language) {
    String wanted = language.name().toLowerCase(Locale.ROOT);
    Object all;
    try {
      all = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    Map<String, String> words = new HashMap<>();
    if (all instanceof Map<?, ?> named) {
      named.forEach((name, said) -> put(words, name.toString(), said, wanted));
    } else if (all != null) {
      throw new IllegalArgumentException("it does not name words");
    }
    return words;
  }

  private static void put(Map<String, String> words, String name, Object said, String wanted) {
    if (!(said instanceof Map<?, ?> languages)) {
      throw new IllegalArgumentException(
          "%s is not told by language, as {en: Invoice, zh: 发票}".formatted(name));
    }
    Object word = languages.get(wanted);
    if (word != null) {
      words.put(name, word.toString());
    }
  }
}
