package org.millrace.dashboards.superset;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.superset.bundle.MartDatabase;
import org.millrace.dashboards.superset.server.Login;

/** Where to publish, as whom, from which marts, and how. */
public record PublishSettings(
    URI address, Login login, MartDatabase database, Path root, Language language, Mode mode) {
  static final String USAGE =
      """
      Publishes the boards into an Apache Superset.
        --url URL                     address of Superset, such as http://127.0.0.1:8088
        --user NAME                   who publishes (default admin)
        --password-file FILE          that user's password, one line
        --database-url URL            the marts as Superset reaches them:
                                      postgresql://reader@127.0.0.1:8402/millrace
        --database-password-file FILE that role's password, one line
        --language en|zh              language of titles and labels (default en)
        --root FOLDER                 checkout with the boards (default MILLRACE_ROOT)
        --dry-run                     say what would change, change nothing
        --prune                       also delete objects of ours that no board needs any more
      """;
  private static final Set<String> FLAGS = Set.of("--dry-run", "--prune");
  private static final Set<String> VALUES =
      Set.of(
          "--url",
          "--user",
          "--password-file",
          "--database-url",
          "--database-password-file",
          "--language",
          "--root");

  /** What is done with the differences. */
  public enum Mode {
    DRY_RUN,
    PUBLISH,
    PRUNE
  }

  /** Reads a command line; refuses unknown, missing and unreadable values. */
  static PublishSettings of(List<String> arguments, Map<String, String> environment) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      if (FLAGS.contains(name)) {
        given.put(name, "");
      } else if (VALUES.contains(name) && i + 1 < arguments.size()) {
        given.put(name, arguments.get(++i));
      } else {
        throw new IllegalArgumentException(
            VALUES.contains(name) ? name + " needs a value" : "unknown option '" + name + "'");
      }
    }
    Set<String> missing =
        new TreeSet<>(
            Set.of("--url", "--password-file", "--database-url", "--database-password-file"));
    missing.removeAll(given.keySet());
    String root = given.getOrDefault("--root", environment.getOrDefault("MILLRACE_ROOT", ""));
    if (root.isEmpty()) {
      missing.add("--root");
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("missing: " + String.join(", ", missing));
    }
    return new PublishSettings(
        address(value(given, "--url")),
        new Login(given.getOrDefault("--user", "admin"), secret(given, "--password-file")),
        new MartDatabase(value(given, "--database-url"), secret(given, "--database-password-file")),
        Path.of(root),
        language(given.getOrDefault("--language", "en")),
        mode(given.keySet()));
  }

  private static String value(Map<String, String> given, String option) {
    return requireNonNull(given.get(option), () -> option + " is missing");
  }

  private static Mode mode(Set<String> given) {
    if (given.contains("--dry-run")) {
      return Mode.DRY_RUN;
    }
    return given.contains("--prune") ? Mode.PRUNE : Mode.PUBLISH;
  }

  private static URI address(String text) {
    try {
      URI uri = URI.create(text);
      if (Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw new IllegalArgumentException(
          "--url '" + text + "' is no address: " + notAnAddress.getMessage(), notAnAddress);
    }
    throw new IllegalArgumentException("--url '" + text + "' is not like http://127.0.0.1:8088");
  }

  private static Language language(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "en" -> Language.EN;
      case "zh" -> Language.ZH;
      default -> throw new IllegalArgumentException("--language is en or zh, not '" + text + "'");
    };
  }

  private static String secret(Map<String, String> given, String option) {
    Path file = Path.of(value(given, option));
    try {
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        throw new IllegalArgumentException(
            option + " " + file + " is empty; write one line into it");
      }
      return text;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s %s cannot be read (%s)".formatted(option, file, e.getClass().getSimpleName()), e);
    }
  }
}
