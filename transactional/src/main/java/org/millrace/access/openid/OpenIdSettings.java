package org.millrace.access.openid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.millrace.access.role.Grant;
import org.millrace.shared.Problems;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Who vouches for people, which claim names them, which roles their claims give, whether who comes
 * for the first time is added, and for whom passwords open a session besides.
 */
public record OpenIdSettings(
    String issuer,
    String client,
    Claims claims,
    Map<String, Set<Grant>> roles,
    NewUsers newUsers,
    LocalLogin localLogin) {

  /** The claims that name the user and what the roles are mapped from. */
  public record Claims(String user, String roles) {}

  /** What happens to somebody whom no user here is named like. */
  public enum NewUsers {
    ADDED,
    REFUSED
  }

  /** For whom a password opens a session. */
  public enum LocalLogin {
    EVERYBODY,
    ADMINISTRATORS
  }

  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "issuer",
              "client",
              "secret-file",
              "scopes",
              "user-claim",
              "roles-claim",
              "roles",
              "create-users",
              "local-login"));

  public OpenIdSettings {
    roles = Map.copyOf(roles);
  }

  /**
   * Reads the file.
   *
   * @throws org.millrace.shared.Refused naming every wrong entry
   */
  public static OpenIdSettings read(Path file, Set<String> knownRoles) {
    try (InputStream in = Files.newInputStream(file)) {
      Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return of(read, file.toString(), knownRoles);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  static OpenIdSettings of(Object read, String place, Set<String> knownRoles) {
    Problems problems = new Problems();
    Map<String, Object> all = new TreeMap<>();
    if (read instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> all.put(key.toString(), value));
    }
    all.keySet().forEach(k -> problems.require(KEYS.contains(k), "key", k, "one of " + KEYS));
    String issuer = text(all, "issuer", "");
    problems.require(issuer.matches("https?://\\S+"), "issuer", issuer, "its address");
    String client = text(all, "client", "");
    problems.require(!client.isEmpty(), "client", client, "the name of this client at the issuer");
    Map<String, Set<Grant>> roles = new TreeMap<>();
    if (all.get("roles") instanceof Map<?, ?> mapped) {
      mapped.forEach(
          (value, given) -> roles.put(value.toString(), grants(given, knownRoles, problems)));
    }
    String create = text(all, "create-users", "false");
    problems.require(create.matches("true|false"), "create-users", create, "true or false");
    String local = text(all, "local-login", "everybody");
    boolean known = local.matches("everybody|administrators");
    problems.require(known, "local-login", local, "everybody or administrators");
    problems.refuse("OpenID Connect cannot be used as " + place + " says");
    return new OpenIdSettings(
        issuer,
        client,
        new Claims(
            text(all, "user-claim", "preferred_username"), text(all, "roles-claim", "groups")),
        roles,
        create.equals("true") ? NewUsers.ADDED : NewUsers.REFUSED,
        local.equals("everybody") ? LocalLogin.EVERYBODY : LocalLogin.ADMINISTRATORS);
  }

  private static String text(Map<String, Object> all, String key, String otherwise) {
    return all.getOrDefault(key, otherwise).toString().strip();
  }

  /**
   * A role for every company, or for one as in {@code DE/sales}, or in some regions as in {@code
   * {company: DE, role: salesperson-region, regions: [NORTH]}}; or a list of these.
   */
  private static Set<Grant> grants(Object given, Set<String> knownRoles, Problems problems) {
    Set<Grant> grants = new LinkedHashSet<>();
    List<Object> all = new ArrayList<>(given instanceof Collection<?> c ? c : List.of(given));
    for (Object each : all) {
      Grant grant = each instanceof Map<?, ?> told ? told(told) : named(each.toString());
      problems.require(
          knownRoles.contains(grant.role()), "roles", grant.role(), "one of " + knownRoles);
      grants.add(grant);
    }
    return grants;
  }

  private static Grant named(String given) {
    String[] parts = given.split("/", 2);
    return parts.length == 2 ? Grant.of(parts[0], parts[1]) : Grant.everywhere(parts[0]);
  }

  private static Grant told(Map<?, ?> given) {
    Map<String, Object> all = new TreeMap<>();
    given.forEach((key, value) -> all.put(key.toString(), value));
    Set<String> regions = new TreeSet<>();
    if (all.get("regions") instanceof Collection<?> several) {
      several.forEach(region -> regions.add(region.toString()));
    }
    return new Grant(text(all, "company", Grant.EVERY_COMPANY), text(all, "role", ""), regions);
  }

  /** Every role that one of these values of the claim gives. */
  public Set<Grant> grants(Collection<String> values) {
    return Grant.merged(
        values.stream().flatMap(value -> roles.getOrDefault(value, Set.of()).stream()).toList());
  }
}
