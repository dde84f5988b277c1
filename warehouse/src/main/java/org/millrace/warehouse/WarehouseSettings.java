package org.millrace.warehouse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the process is told from outside, checked at the start. */
public record WarehouseSettings(
    Path root, Path home, int port, URI lake, Login mart, Path secrets, String sparkMaster) {
  static final int DEFAULT_PORT = 8403;

  /** How to reach the database of the marts. */
  public record Login(String url, String user, String password) {
    @Override
    public String toString() {
      return user + "@" + url;
    }
  }

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException with every value that is missing or wrong, and what to do
   */
  public static WarehouseSettings from(Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    Path root = Path.of(environment.getOrDefault("MILLRACE_ROOT", "."));
    if (!Files.isDirectory(root.resolve("warehouse/tables"))) {
      problems.add(
          "MILLRACE_ROOT is "
              + root.toAbsolutePath()
              + ", which holds no warehouse/tables; name the checkout");
    }
    Path home =
        Optional.ofNullable(environment.get("MILLRACE_HOME"))
            .map(Path::of)
            .orElse(root.resolve("var"));
    URI lake =
        Optional.ofNullable(environment.get("MILLRACE_LAKE"))
            .map(WarehouseSettings::location)
            .orElse(home.resolve("lake").toAbsolutePath().toUri());
    Path secrets =
        Optional.ofNullable(environment.get("MILLRACE_SECRETS"))
            .map(Path::of)
            .orElse(home.resolve("secrets"));
    int port = port(environment, problems);
    Login mart = login(environment, secrets, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The warehouse cannot start:\n" + String.join("\n", problems));
    }
    return new WarehouseSettings(
        root,
        home,
        port,
        lake,
        mart,
        secrets,
        environment.getOrDefault("SPARK_MASTER", "local[2]"));
  }

  /** The lake as Spark names it, without a slash at the end. */
  public String lakeRoot() {
    return lake.toString().replaceAll("/+$", "");
  }

  private static URI location(String text) {
    return text.contains(":/") ? URI.create(text) : Path.of(text).toAbsolutePath().toUri();
  }

  private static int port(Map<String, String> environment, List<String> problems) {
    String text = environment.getOrDefault("MILLRACE_PORT", Integer.toString(DEFAULT_PORT));
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) < 65_536) {
      return Integer.parseInt(text);
    }
    problems.add("MILLRACE_PORT is '" + text + "'; write a port from 0 to 65535");
    return DEFAULT_PORT;
  }

  private static Login login(Map<String, String> environment, Path secrets, List<String> problems) {
    String url = environment.getOrDefault("MILLRACE_DATABASE_URL", "");
    if (!url.startsWith("jdbc:postgresql://")) {
      problems.add(
          "MILLRACE_DATABASE_URL is '" + url + "'; write jdbc:postgresql://host:port/millrace");
    }
    String user = environment.getOrDefault("MILLRACE_DATABASE_USER", "warehouse");
    Path file =
        Optional.ofNullable(environment.get("MILLRACE_DATABASE_PASSWORD_FILE"))
            .map(Path::of)
            .orElse(secrets.resolve("warehouse.password"));
    try {
      return new Login(url, user, Files.readString(file).strip());
    } catch (IOException missing) {
      problems.add(
          "MILLRACE_DATABASE_PASSWORD_FILE names "
              + file
              + ", which cannot be read; write the password of "
              + user
              + " there");
      return new Login(url, user, "");
    }
  }
}
