package org.millrace.dashboards.cockpit.openid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.millrace.dashboards.CockpitSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the cockpit needs of the file on logins; what it says of users and roles is the core's. */
record OpenIdFile(String issuer, String client, Path secretFile, List<String> scopes) {
  private static final List<String> SCOPES = List.of("openid", "profile", "email");

  /** Reads the file; an exception names what is missing. */
  static OpenIdFile read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      Map<?, ?> all = read instanceof Map<?, ?> map ? map : Map.of();
      Path secret = file.resolveSibling(text(all, "secret-file", file));
      if (!Files.isReadable(secret)) {
        throw new IllegalArgumentException(
            "%s: secret-file is %s: give a readable file".formatted(file, secret));
      }
      List<String> scopes =
          all.get("scopes") instanceof List<?> listed
              ? listed.stream().map(Object::toString).toList()
              : SCOPES;
      return new OpenIdFile(text(all, "issuer", file), text(all, "client", file), secret, scopes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static String text(Map<?, ?> all, String key, Path file) {
    if (all.get(key) == null) {
      throw new IllegalArgumentException("%s names no %s".formatted(file, key));
    }
    return all.get(key).toString().strip();
  }

  /** The secret that this client shares with the issuer. */
  String secret() {
    return CockpitSettings.line(secretFile);
  }
}
