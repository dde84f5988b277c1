package org.millrace.paper.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.millrace.party.Party.Language;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;

/**
 * The files by which papers and mails are written. One of the firm's own takes the place of ours of
 * that name: {@code companies/BIKES/sales/invoice.html} for one company, {@code sales/invoice.html}
 * for all of them. Its own words are added to ours. Files are read whenever something is printed.
 */
final class Templates {
  private static final String FOLDER = "/papers/";
  private static final String WORDS = "words.yaml";

  private final Path own;

  /**
   * With the files of the firm in that folder, if there is one.
   *
   * @param own need not exist
   */
  Templates(Path own) {
    this.own = own;
  }

  /** A file, and how it is called in a message. */
  private record Source(String name, String text) {
    /** What is made of it. */
    <T> T read(BiFunction<String, String, T> made) {
      try {
        return made.apply(name, text);
      } catch (IllegalArgumentException e) {
        throw unusable(name, String.valueOf(e.getMessage()));
      }
    }
  }

  /** The template of a kind, such as {@code sales/invoice}; absent when it is not printed. */
  Optional<Template> page(CompanyCode company, String kind) {
    return source(company, kind + ".html")
        .map(found -> found.read((name, text) -> Template.page(text, parts(company))));
  }

  /** Whether documents of that kind are printed. */
  boolean isPrinted(String kind) {
    return shipped(kind + ".html").isPresent();
  }

  /** The mail with which papers of a kind are sent: plain text, the subject in its first line. */
  Template letter(CompanyCode company, String kind, Language language) {
    String file = "mails/%s.%s.txt".formatted(kind, language.name().toLowerCase(Locale.ROOT));
    return source(company, file)
        .map(found -> found.read((name, text) -> Template.plain(text, parts(company))))
        .orElseThrow(() -> new IllegalStateException("No template " + file));
  }

  /** What papers of a company say, by the names of the words. */
  Map<String, String> words(CompanyCode company, Language language) {
    Map<String, String> words = new TreeMap<>();
    Stream.concat(
            shipped(WORDS).stream(),
            Stream.of(own, companies(company)).flatMap(folder -> owned(folder, WORDS).stream()))
        .forEach(found -> words.putAll(found.read((name, text) -> Words.of(name, text, language))));
    return words;
  }

  /** That one of the firm's own files cannot be used, and why. */
  static Refused unusable(String name, String why) {
    return Refused.conflict(
        "The template %s cannot be used: %s. Mend it, or remove it to print with ours."
            .formatted(name, why));
  }

  /** How the file of a kind is called in a message. */
  String name(CompanyCode company, String kind) {
    return source(company, kind + ".html").map(Source::name).orElse(kind);
  }

  private UnaryOperator<String> parts(CompanyCode company) {
    return part ->
        source(company, "parts/" + part + ".html")
            .map(Source::text)
            .orElseThrow(() -> new IllegalArgumentException("there is no part " + part));
  }

  private Path companies(CompanyCode company) {
    return own.resolve("companies").resolve(company.value());
  }

  private Optional<Source> source(CompanyCode company, String file) {
    return List.of(companies(company), own).stream()
        .flatMap(folder -> owned(folder, file).stream())
        .findFirst()
        .or(() -> shipped(file));
  }

  private static Optional<Source> owned(Path folder, String file) {
    Path path = folder.resolve(file).normalize();
    if (!path.startsWith(folder.normalize()) || !Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Source(path.toString(), Files.readString(path)));
    } catch (IOException e) {
      throw unusable(path.toString(), "it cannot be read as UTF-8");
    }
  }

  private static Optional<Source> shipped(String file) {
    try (InputStream stream = Templates.class.getResourceAsStream(FOLDER + file)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(
              new Source(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FOLDER + file, e);
    }
  }
}
