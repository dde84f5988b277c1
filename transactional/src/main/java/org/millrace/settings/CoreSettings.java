package org.millrace.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.shared.Problems;

/**
 * The settings of the core, from the environment: MILLRACE_PORT (default 8401),
 * MILLRACE_DATABASE_URL, MILLRACE_DATABASE_USER (default core), MILLRACE_DATABASE_PASSWORD_FILE
 * (default core.password among the secrets), MILLRACE_DATABASE_OWNER (default core_owner: the role
 * that owns the tables and changes them when the core starts; its password is the secret of its
 * name), MILLRACE_SECRETS (a folder of one-line files), MILLRACE_PAPERS (default papers beside the
 * secrets: templates of the firm's own), MILLRACE_TIME_ZONE (default UTC; that of companies which
 * are opened without one), MILLRACE_IDLE_MINUTES (default 60: a session that lay idle so long
 * ends), MILLRACE_SEGREGATION (warn or refuse, default warn: roles that one person should not have
 * together), MILLRACE_SECOND_FACTOR_ROLES (default none: roles whose holders must have a second
 * factor), MILLRACE_MODULES_OFF (default none: modules that nobody gets into, such as crm,service),
 * MILLRACE_OPENID (default none: a YAML file on logins by OpenID Connect),
 * MILLRACE_ANSWERS_KEPT_DAYS (default 30: how long the answer to a command is given again) and
 * MILLRACE_BULK_DOCUMENTS (default 500: to how many documents at most one verb is done at once);
 * for imports see {@link ImportLimits}, for webhooks {@link WebhookReceivers}, for mails {@link
 * MailServer}.
 */
public record CoreSettings(
    int port,
    String databaseUrl,
    String databaseUser,
    Path databasePassword,
    String databaseOwner,
    Path secrets,
    Path papers,
    ImportLimits imports,
    Access access,
    ZoneId timeZone,
    Commands commands,
    WebhookReceivers webhooks,
    Optional<MailServer> mail) {

  /** For how many days answers are given again, and how many documents one command may name. */
  public record Commands(int answersKeptDays, int bulkDocuments) {}

  /**
   * How long a session may lie idle, what happens to roles in conflict, whose password alone opens
   * nothing, where people log in by OpenID Connect, and which modules are switched off.
   */
  public record Access(
      Duration idle,
      Segregation segregation,
      Set<String> secondFactorRoles,
      Optional<Path> openId,
      Set<String> modulesOff) {
    public Access {
      modulesOff = Set.copyOf(modulesOff);
      secondFactorRoles = Set.copyOf(secondFactorRoles);
    }
  }

  /** What happens when a user is given roles that one person should not have together. */
  public enum Segregation {
    WARN,
    REFUSE
  }

  /**
   * Reads and checks all settings.
   *
   * @throws org.millrace.shared.Refused naming every wrong one
   */
  public static CoreSettings of(Map<String, String> environment) {
    Problems problems = new Problems();
    String port = environment.getOrDefault("MILLRACE_PORT", "8401");
    problems.require(
        port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535,
        "MILLRACE_PORT",
        port,
        "a port number, 0 for any free one");
    String url = environment.getOrDefault("MILLRACE_DATABASE_URL", "");
    problems.require(
        url.startsWith("jdbc:postgresql://"),
        "MILLRACE_DATABASE_URL",
        url,
        "jdbc:postgresql://HOST:PORT/DATABASE");
    Path secrets = Path.of(environment.getOrDefault("MILLRACE_SECRETS", "var/secrets"));
    problems.require(
        Files.isDirectory(secrets), "MILLRACE_SECRETS", secrets, "a folder with the secret files");
    Path papers =
        Path.of(
            environment.getOrDefault(
                "MILLRACE_PAPERS", secrets.resolveSibling("papers").toString()));
    Path password =
        Path.of(
            environment.getOrDefault(
                "MILLRACE_DATABASE_PASSWORD_FILE", secrets.resolve("core.password").toString()));
    problems.require(
        Files.isReadable(password),
        "MILLRACE_DATABASE_PASSWORD_FILE",
        password,
        "a readable file with the password of the database user");
    ImportLimits imports = ImportLimits.of(environment, problems);
    Access access = access(environment, problems);
    String zone = environment.getOrDefault("MILLRACE_TIME_ZONE", "UTC");
    problems.require(
        ZoneId.getAvailableZoneIds().contains(zone),
        "MILLRACE_TIME_ZONE",
        zone,
        "an IANA time zone such as Europe/Berlin");
    Commands commands = commands(environment, problems);
    String receivers = environment.getOrDefault("MILLRACE_WEBHOOK_RECEIVERS", "public");
    problems.require(
        receivers.equals("public") || receivers.equals("any"),
        "MILLRACE_WEBHOOK_RECEIVERS",
        receivers,
        "public or any");
    Optional<MailServer> mail = MailServer.of(environment, problems);
    problems.refuse("The core cannot start with these settings");
    String user = environment.getOrDefault("MILLRACE_DATABASE_USER", "core");
    String owner = environment.getOrDefault("MILLRACE_DATABASE_OWNER", "core_owner");
    return new CoreSettings(
        Integer.parseInt(port),
        url,
        user,
        password,
        owner,
        secrets,
        papers,
        imports,
        access,
        ZoneId.of(zone),
        commands,
        receivers.equals("any") ? WebhookReceivers.ANY : WebhookReceivers.PUBLIC,
        mail);
  }

  private static Commands commands(Map<String, String> environment, Problems problems) {
    String days = environment.getOrDefault("MILLRACE_ANSWERS_KEPT_DAYS", "30");
    boolean areDays = days.matches("[1-9]\\d{0,3}");
    problems.require(areDays, "MILLRACE_ANSWERS_KEPT_DAYS", days, "1 to 9999 days");
    String most = environment.getOrDefault("MILLRACE_BULK_DOCUMENTS", "500");
    boolean isCount = most.matches("[1-9]\\d{0,3}");
    problems.require(isCount, "MILLRACE_BULK_DOCUMENTS", most, "1 to 9999 documents");
    return new Commands(
        areDays ? Integer.parseInt(days) : 30, isCount ? Integer.parseInt(most) : 500);
  }

  private static Access access(Map<String, String> environment, Problems problems) {
    String minutes = environment.getOrDefault("MILLRACE_IDLE_MINUTES", "60");
    boolean readable = minutes.matches("[1-9]\\d{0,3}");
    problems.require(readable, "MILLRACE_IDLE_MINUTES", minutes, "minutes from 1 to 9999");
    String word = environment.getOrDefault("MILLRACE_SEGREGATION", "warn");
    boolean known = word.equals("warn") || word.equals("refuse");
    problems.require(known, "MILLRACE_SEGREGATION", word, "warn or refuse");
    Set<String> roles =
        names(environment, "MILLRACE_SECOND_FACTOR_ROLES", "roles such as admin,finance", problems);
    Set<String> modules =
        names(environment, "MILLRACE_MODULES_OFF", "modules such as crm,service", problems);
    Optional<Path> openId =
        Optional.of(environment.getOrDefault("MILLRACE_OPENID", ""))
            .filter(file -> !file.isEmpty())
            .map(Path::of);
    openId.ifPresent(
        file ->
            problems.require(Files.isReadable(file), "MILLRACE_OPENID", file, "a readable file"));
    return new Access(
        Duration.ofMinutes(readable ? Long.parseLong(minutes) : 60),
        word.equals("refuse") ? Segregation.REFUSE : Segregation.WARN,
        roles,
        openId,
        modules);
  }

  private static Set<String> names(
      Map<String, String> environment, String setting, String what, Problems problems) {
    String named = environment.getOrDefault(setting, "");
    boolean areNames = named.matches("([a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*)?");
    problems.require(areNames, setting, named, "names of " + what);
    return areNames && !named.isEmpty() ? Set.copyOf(List.of(named.split(","))) : Set.of();
  }

  /** The password of the database user. */
  public String password() {
    return line(databasePassword);
  }

  /**
   * The password of the owner of the tables.
   *
   * @throws org.millrace.shared.Refused when its file is missing or empty
   */
  public String ownerPassword() {
    return secret(databaseOwner + ".password");
  }

  /**
   * The one line of a secret file.
   *
   * @throws org.millrace.shared.Refused when the file is missing or empty
   */
  public String secret(String name) {
    Path file = secrets.resolve(name);
    new Problems()
        .require(Files.isReadable(file), name, file, "a readable file; ./millrace up makes it")
        .refuse("A secret is missing");
    return line(file);
  }

  private static String line(Path file) {
    try {
      String line = Files.readString(file).strip();
      new Problems()
          .require(!line.isEmpty(), file.getFileName().toString(), "", "one line that is not empty")
          .refuse("A secret is empty");
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": check its owner and mode", e);
    }
  }
}
