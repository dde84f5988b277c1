package org.millrace.deploy.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.millrace.deploy.home.Ports;

/**
 * The doors that know nobody by name: {@code sql} and notebooks come as the role reader of
 * PostgreSQL, {@code lake} with a token; both secrets are files of who owns the home. Whoever reads
 * them sees all figures, so nobody else may, and even they change nothing and see no core.
 */
final class OwnersDoors {
  private static final String BEYOND_THE_MARTS =
      """
      select 'reader may read ' || n.nspname || '.' || c.relname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('mart', 'pg_catalog', \
      'information_schema') and n.nspname not like 'pg_toast%'
        and has_schema_privilege('reader', n.oid, 'usage')
        and has_table_privilege('reader', c.oid, 'select')
      union all
      select 'reader may change mart.' || c.relname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'mart' and c.relkind in ('r', 'p')
        and has_table_privilege('reader', c.oid, 'insert, update, delete, truncate')
      """;

  private OwnersDoors() {}

  /** What is open to others, or opens more than figures. */
  static List<String> wrong(MillraceCommand millrace) throws Exception {
    List<String> wrong = new ArrayList<>();
    Path home = millrace.home();
    for (String folder : List.of("secrets", "lake", "notebooks")) {
      Path path = home.resolve(folder);
      if (Files.exists(path) && !modeOf(path).equals("rwx------")) {
        wrong.add(path + " is " + modeOf(path));
      }
    }
    try (Stream<Path> secrets = Files.list(home.resolve("secrets"))) {
      for (Path secret : secrets.toList()) {
        if (!modeOf(secret).equals("rw-------")) {
          wrong.add(secret + " is " + modeOf(secret));
        }
      }
    }
    wrong.addAll(asReader(millrace));
    CoreUser admin =
        CoreUser.login(
            millrace, "admin", Files.readString(home.resolve("secrets/admin.password")).strip());
    for (String token : List.of("", "guessed", admin.token())) {
      int status = lake(new Ports(millrace.port()).warehouseUrl(), token);
      if (status != 401) {
        wrong.add("the lake answers " + status + " to the token '" + token + "'");
      }
    }
    return wrong;
  }

  private static String modeOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> asReader(MillraceCommand millrace) throws IOException, SQLException {
    List<String> found = new ArrayList<>();
    String password = Files.readString(millrace.home().resolve("secrets/reader.password")).strip();
    try (Connection connection =
            DriverManager.getConnection(new Ports(millrace.port()).jdbcUrl(), "reader", password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(BEYOND_THE_MARTS)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static int lake(String warehouse, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(warehouse + "/lake"))
            .POST(BodyPublishers.ofString("select 1"));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).statusCode();
  }
}
