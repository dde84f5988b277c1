package org.millrace.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the role that runs the core may do with tables that it does not own: read and write the rows
 * of each domain, but change no table and no guard. {@code db/grants/DOMAIN.sql} says, with {@code
 * ${role}} for its name, what it may not do with some of them.
 */
final class Grants {
  private final DataSource owner;
  private final String role;

  Grants(DataSource owner, String role) {
    this.owner = owner;
    this.role = role;
  }

  /** Each domain's in one transaction, so that at no moment more is granted than is said. */
  void give(List<String> domains) {
    try (Connection connection = owner.getConnection()) {
      if (role.equals(connection.getMetaData().getUserName())) {
        throw new IllegalStateException(
            "The core must not run as %s, the owner of its tables: see MILLRACE_DATABASE_OWNER"
                .formatted(role));
      }
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String domain : domains) {
          statement.execute(sql(domain));
          connection.commit();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot grant %s its rights".formatted(role), e);
    }
  }

  private String sql(String domain) {
    String ordinary =
        """
        grant usage on schema ${domain} to ${role};
        revoke all on all tables in schema ${domain} from ${role};
        grant select, insert, update, delete, maintain on all tables in schema ${domain} to ${role};
        grant usage on all sequences in schema ${domain} to ${role};
        revoke all on ${domain}.schema_history from ${role};
        """;
    return (ordinary + exceptions(domain))
        .replace("${domain}", quoted(domain))
        .replace("${role}", quoted(role));
  }

  private static String exceptions(String domain) {
    try (InputStream file = Grants.class.getResourceAsStream("/db/grants/" + domain + ".sql")) {
      return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the grants of " + domain, e);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
