package org.millrace.dashboards.superset.bundle;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;

/**
 * How Superset reaches the marts: a SQLAlchemy address without its password, such as {@code
 * postgresql://reader@127.0.0.1:5432/millrace}, and the password.
 */
public record MartDatabase(String address, String password) {
  /** The schema whose tables people see. */
  public static final String SCHEMA = "mart";

  static final String NAME = "Millrace marts";
  private static final String MASK = "XXXXXXXXXX";
  private static final List<String> SCHEMES =
      List.of("postgresql", "postgresql+psycopg2", "postgres");

  public MartDatabase {
    Objects.requireNonNull(password, "password");
    URI uri = uri(address);
    if (!SCHEMES.contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "The database address '%s' is not like postgresql://reader@127.0.0.1:5432/millrace"
              .formatted(withoutPassword(address)));
    }
    if (uri.getUserInfo() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException(
          ("The database address '%s' needs a user and a database:"
                  + " postgresql://USER@HOST:PORT/DATABASE")
              .formatted(withoutPassword(address)));
    }
    if (uri.getUserInfo().contains(":")) {
      throw new IllegalArgumentException(
          "Leave the password out of the database address '%s'; it is read from a file"
              .formatted(withoutPassword(address)));
    }
  }

  /** The address as Superset shows it: with a masked password. */
  public String masked() {
    URI uri = uri(address);
    return "postgresql://%s:%s@%s:%d%s"
        .formatted(
            uri.getRawUserInfo(),
            MASK,
            uri.getHost(),
            uri.getPort() < 0 ? 5432 : uri.getPort(),
            uri.getRawPath());
  }

  @Override
  public String toString() {
    return address;
  }

  private static URI uri(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "The database address '%s' is no address: %s"
              .formatted(withoutPassword(address), e.getReason()),
          e);
    }
  }

  private static String withoutPassword(String address) {
    return address.replaceAll("(://[^:/@]*):[^@]*@", "$1:***@");
  }
}
