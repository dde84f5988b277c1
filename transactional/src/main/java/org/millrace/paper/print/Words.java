package org.millrace.paper.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.millrace.party.Party.Language;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What papers say, in each language: {@code papers/words.yaml}. */
final class Words {
  private static final String FILE = "/papers/words.yaml";

  private final Map<?, ?> all;

  private Words(Map<?, ?> all) {
    this.all = all;
  }

  static Words read() {
    try (InputStream file = Words.class.getResourceAsStream(FILE)) {
      return new Words(
          (Map<?, ?>)
              new Load(LoadSettings.builder().setLabel(FILE).build())
                  .loadFromInputStream(Objects.requireNonNull(file, FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  /** The words of a language by their names. */
  Map<String, String> in(Language language) {
    String wanted = language.name().toLowerCase(Locale.ROOT);
    Map<String, String> words = new HashMap<>();
    all.forEach(
        (name, said) ->
            words.put(
                name.toString(),
                Objects.requireNonNull(((Map<?, ?>) said).get(wanted), () -> name + " " + wanted)
                    .toString()));
    return words;
  }
}
