package org.millrace.deploy.home;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an administrator has decided for one instance, in {@code millrace.properties} of its home.
 * Options of {@code up} are written there, so that the next start needs none. Unknown names and
 * wrong values are refused, all at once.
 */
public record Settings(
    Listening listening, LogFormat logFormat, Mail mail, int backupMaxAgeHours, Logins logins) {

  /** How the parts write their logs. */
  public enum LogFormat {
    TEXT,
    JSON
  }

  /**
   * The mail server, with how it is spoken to, from whom and to whom alerts go, and from whom
   * documents come where the company has no address; without a host there are neither.
   */
  public record Mail(
      String host, int port, Tls tls, String from, String to, String documentsFrom, Login login) {

    public boolean isWanted() {
      return !host.isEmpty();
    }
  }

  /** How the connection to the mail server is encrypted; auto as the port and the user ask. */
  public enum Tls {
    AUTO,
    STARTTLS,
    TLS,
    NONE
  }

  /** Who sends, where the server asks; with a user the connection must become encrypted. */
  public record Login(String user, Optional<Path> passwordFile) {}

  /**
   * What a login needs: the roles whose holders must have a second factor, separated by commas, and
   * the file that tells where people log in by OpenID Connect. What happens to roles that one
   * person should not have together, and which modules nobody gets into, separated by commas.
   */
  public record Logins(
      String secondFactorRoles, Optional<Path> openId, String segregation, String modulesOff) {}

  private static final String FILE = "millrace.properties";

  /** All names and their defaults. */
  static final Map<String, String> DEFAULTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("address", "127.0.0.1"),
              Map.entry("certificate", ""),
              Map.entry("key", ""),
              Map.entry("behind-proxy", "false"),
              Map.entry("log-format", "text"),
              Map.entry("smtp-host", ""),
              Map.entry("smtp-port", "25"),
              Map.entry("smtp-tls", "auto"),
              Map.entry("smtp-user", ""),
              Map.entry("smtp-password-file", ""),
              Map.entry("mail-from", ""),
              Map.entry("alert-from", "millrace@localhost"),
              Map.entry("alert-to", ""),
              Map.entry("backup-max-age-hours", "0"),
              Map.entry("modules-off", ""),
              Map.entry("second-factor-roles", ""),
              Map.entry("openid", ""),
              Map.entry("segregation", "warn")));

  /** The settings of a home; defaults where it names none. */
  public static Settings of(Home home) {
    return of(file(home).toString(), written(home));
  }

  /** Writes what is given into the settings of a home, after all of them were checked. */
  public static Settings change(Home home, Map<String, String> changes) {
    Map<String, String> all = new TreeMap<>(written(home));
    all.putAll(changes);
    Settings settings = of(file(home).toString(), all);
    if (!changes.isEmpty()) {
      Home.write(
          file(home),
          all.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue().replace("\\", "\\\\") + "\n")
              .collect(Collectors.joining()));
    }
    return settings;
  }

  static Settings of(String place, Map<String, String> written) {
    List<String> wrong = new ArrayList<>();
    Map<String, String> all = new TreeMap<>(DEFAULTS);
    written.forEach(
        (name, value) -> {
          if (all.replace(name, value.strip()) == null) {
            wrong.add("'%s' is no setting. There are: %s".formatted(name, names()));
          }
        });
    require(wrong, all, "behind-proxy", "true|false", "true or false");
    require(wrong, all, "log-format", "text|json", "text or json");
    require(wrong, all, "smtp-port", "[1-9]\\d{0,4}", "a port number");
    require(wrong, all, "smtp-tls", "auto|starttls|tls|none", "auto, starttls, tls or none");
    require(wrong, all, "mail-from", "(\\S+@\\S+)?", "an address that documents come from");
    if (!value(all, "smtp-user").isEmpty() && value(all, "smtp-tls").equals("none")) {
      wrong.add("smtp-tls is 'none': give auto, as a password never goes unencrypted");
    }
    require(wrong, all, "backup-max-age-hours", "\\d{1,6}", "a number of hours, 0 for never");
    require(wrong, all, "second-factor-roles", "([a-z-]+(,[a-z-]+)*)?", "roles: admin,finance");
    require(wrong, all, "modules-off", "([a-z-]+(,[a-z-]+)*)?", "modules: crm,service");
    require(wrong, all, "segregation", "warn|refuse", "warn or refuse");
    file(all, "openid").flatMap(Settings::unreadable).ifPresent(wrong::add);
    if (!value(all, "smtp-host").isEmpty()) {
      require(wrong, all, "alert-to", "\\S+@\\S+", "an address that alerts go to");
      require(wrong, all, "alert-from", "\\S+@\\S+", "an address that alerts come from");
    }
    wrong.addAll(Listening.problems(all));
    file(all, "smtp-password-file").flatMap(Settings::unreadable).ifPresent(wrong::add);
    if (!wrong.isEmpty()) {
      throw new Refusal("Wrong settings in " + place + ":\n  " + String.join("\n  ", wrong));
    }
    return new Settings(
        Listening.of(all),
        LogFormat.valueOf(value(all, "log-format").toUpperCase(java.util.Locale.ROOT)),
        new Mail(
            value(all, "smtp-host"),
            Integer.parseInt(value(all, "smtp-port")),
            Tls.valueOf(value(all, "smtp-tls").toUpperCase(java.util.Locale.ROOT)),
            value(all, "alert-from"),
            value(all, "alert-to"),
            value(all, "mail-from"),
            new Login(value(all, "smtp-user"), file(all, "smtp-password-file"))),
        Integer.parseInt(value(all, "backup-max-age-hours")),
        new Logins(
            value(all, "second-factor-roles"),
            file(all, "openid"),
            value(all, "segregation"),
            value(all, "modules-off")));
  }

  private static String names() {
    return String.join(", ", DEFAULTS.keySet());
  }

  private static void require(
      List<String> wrong, Map<String, String> all, String name, String pattern, String expected) {
    if (!value(all, name).matches(pattern)) {
      wrong.add("%s is '%s': give %s".formatted(name, value(all, name), expected));
    }
  }

  /** The value of a setting; each has one, be it its default. */
  static String value(Map<String, String> all, String name) {
    return requireNonNull(all.get(name), () -> "'" + name + "' is no setting");
  }

  static Optional<Path> file(Map<String, String> all, String name) {
    return Optional.of(value(all, name)).filter(text -> !text.isEmpty()).map(Path::of);
  }

  static Optional<String> unreadable(Path file) {
    return Files.isReadable(file)
        ? Optional.empty()
        : Optional.of(file + " cannot be read: check its name, owner and mode");
  }

  private static Map<String, String> written(Home home) {
    if (!Files.exists(file(home))) {
      return Map.of();
    }
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(file(home))));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file(home), e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }

  private static Path file(Home home) {
    return home.dir().resolve(FILE);
  }
}
