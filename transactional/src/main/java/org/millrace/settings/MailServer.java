package org.millrace.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millrace.shared.Problems;

/**
 * The server that takes mails to customers and suppliers: MILLRACE_SMTP_HOST (default none: no
 * mails are sent), MILLRACE_SMTP_PORT (default 25), MILLRACE_SMTP_TLS (auto, starttls, tls or none;
 * default auto: TLS from the first byte on port 465, else STARTTLS where it is offered, and always
 * with a user), MILLRACE_SMTP_USER and MILLRACE_SMTP_PASSWORD_FILE (default none), and
 * MILLRACE_MAIL_FROM (default none: the address that mails come from where the party which is the
 * company itself has none).
 */
public record MailServer(
    String host,
    int port,
    Tls tls,
    Optional<String> user,
    Optional<Path> passwordFile,
    Optional<String> from) {

  /** How the connection is encrypted. */
  public enum Tls {
    AUTO,
    STARTTLS,
    TLS,
    NONE
  }

  /** What the environment says; empty where it names no host. */
  static Optional<MailServer> of(Map<String, String> environment, Problems problems) {
    String host = environment.getOrDefault("MILLRACE_SMTP_HOST", "");
    if (host.isEmpty()) {
      return Optional.empty();
    }
    String port = environment.getOrDefault("MILLRACE_SMTP_PORT", "25");
    boolean isPort = port.matches("[1-9]\\d{0,4}") && Integer.parseInt(port) <= 65_535;
    problems.require(isPort, "MILLRACE_SMTP_PORT", port, "a port number");
    String tls = environment.getOrDefault("MILLRACE_SMTP_TLS", "auto");
    boolean isTls = tls.matches("auto|starttls|tls|none");
    problems.require(isTls, "MILLRACE_SMTP_TLS", tls, "auto, starttls, tls or none");
    Optional<String> user = text(environment, "MILLRACE_SMTP_USER");
    problems.require(
        user.isEmpty() || !tls.equals("none"),
        "MILLRACE_SMTP_TLS",
        tls,
        "auto, starttls or tls, as a password never goes unencrypted");
    Optional<Path> file = text(environment, "MILLRACE_SMTP_PASSWORD_FILE").map(Path::of);
    problems.require(
        file.filter(path -> !Files.isReadable(path)).isEmpty(),
        "MILLRACE_SMTP_PASSWORD_FILE",
        file.map(Path::toString).orElse(""),
        "a readable file with the password of the mail server");
    Optional<String> from = text(environment, "MILLRACE_MAIL_FROM");
    problems.require(
        from.filter(address -> !address.matches("[^@\\s]+@[^@\\s]+")).isEmpty(),
        "MILLRACE_MAIL_FROM",
        from.orElse(""),
        "an address such as books@firm.example");
    return Optional.of(
        new MailServer(
            host,
            isPort ? Integer.parseInt(port) : 25,
            isTls ? Tls.valueOf(tls.toUpperCase(Locale.ROOT)) : Tls.AUTO,
            user,
            file,
            from));
  }

  private static Optional<String> text(Map<String, String> environment, String name) {
    return Optional.of(environment.getOrDefault(name, "")).filter(text -> !text.isEmpty());
  }
}
