package org.millrace.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the cockpit, from the environment: MILLRACE_ROOT (default the working folder),
 * MILLRACE_PORT (default 8400), MILLRACE_DATABASE_URL, MILLRACE_DATABASE_USER (default reader),
 * MILLRACE_DATABASE_PASSWORD_FILE (default reader.password among the secrets), MILLRACE_SECRETS,
 * MILLRACE_CORE_URL (default http://127.0.0.1:8401), MILLRACE_OPENID (default none: the YAML file
 * on logins by OpenID Connect, which the core reads too) and MILLRACE_BEHIND_PROXY (true or false,
 * default false: whether a proxy on this machine is believed for whom and by what it asks).
 */
public record CockpitSettings(
    Path root,
    int port,
    Database database,
    Path secrets,
    URI core,
    Proxy proxy,
    Optional<Path> openId) {

  /** Whether a proxy stands before the cockpit, whose word on the caller is believed. */
  public enum Proxy {
    NONE,
    BELIEVED
  }

  /** Where the marts are and who reads them. */
  public record Database(String url, String user, Path passwordFile) {}

  /** Reads and checks all settings; one exception names every wrong one. */
  public static CockpitSettings of(Map<String, String> environment) {
    List<String> wrong = new ArrayList<>();
    Path root =
        Path.of(environment.getOrDefault("MILLRACE_ROOT", ".")).toAbsolutePath().normalize();
    require(
        wrong,
        Files.isDirectory(root.resolve("dashboards/boards")),
        "MILLRACE_ROOT is " + root + ", which has no dashboards/boards: give the checkout's root");
    String port = environment.getOrDefault("MILLRACE_PORT", "8400");
    boolean number = port.matches("[0-9]{1,5}") && Integer.parseInt(port) < 65_536;
    require(wrong, number, "MILLRACE_PORT is '" + port + "': give a port number");
    String url = environment.getOrDefault("MILLRACE_DATABASE_URL", "");
    require(
        wrong,
        url.startsWith("jdbc:postgresql://"),
        "MILLRACE_DATABASE_URL is '" + url + "': give jdbc:postgresql://HOST:PORT/DATABASE");
    Path secrets = Path.of(environment.getOrDefault("MILLRACE_SECRETS", "var/secrets"));
    Path password =
        Path.of(
            environment.getOrDefault(
                "MILLRACE_DATABASE_PASSWORD_FILE", secrets.resolve("reader.password").toString()));
    require(
        wrong,
        Files.isReadable(password),
        "MILLRACE_DATABASE_PASSWORD_FILE is " + password + ": give a readable file");
    String core = environment.getOrDefault("MILLRACE_CORE_URL", "http://127.0.0.1:8401");
    require(
        wrong,
        core.matches("https?://[^ ]+"),
        "MILLRACE_CORE_URL is '" + core + "': give http://HOST:PORT");
    String behind = environment.getOrDefault("MILLRACE_BEHIND_PROXY", "false");
    require(
        wrong,
        behind.matches("true|false"),
        "MILLRACE_BEHIND_PROXY is '" + behind + "': give true or false");
    Optional<Path> openId =
        Optional.of(environment.getOrDefault("MILLRACE_OPENID", ""))
            .filter(file -> !file.isEmpty())
            .map(Path::of);
    require(
        wrong,
        openId.isEmpty() || Files.isReadable(openId.get()),
        "MILLRACE_OPENID is " + openId.orElse(Path.of("")) + ": give a readable file");
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "The cockpit cannot start with these settings:\n  " + String.join("\n  ", wrong));
    }
    String user = environment.getOrDefault("MILLRACE_DATABASE_USER", "reader");
    return new CockpitSettings(
        root,
        Integer.parseInt(port),
        new Database(url, user, password),
        secrets,
        URI.create(core),
        behind.equals("true") ? Proxy.BELIEVED : Proxy.NONE,
        openId);
  }

  /** The one line of a secret file. */
  public static String line(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + "; check its owner and mode", e);
    }
  }

  private static void require(List<String> wrong, boolean holds, String message) {
    if (!holds) {
      wrong.add(message);
    }
  }
}
