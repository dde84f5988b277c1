package org.millrace.deploy.command;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.terminal.Problems;
import org.millrace.deploy.terminal.Table;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the marts. */
@Command(
    name = "sql",
    description = {
      "Ask the marts (PostgreSQL, schema mart, read-only).",
      "Example: ./millrace sql \"select month, sum(net_revenue) from sales_monthly group by 1\"",
      "         ./millrace sql --describe sales_monthly"
    })
final class Sql implements Callable<Integer> {

  private static final String DESCRIBE =
      """
      select attname as column, format_type(atttypid, atttypmod) as type,
        coalesce(col_description(attrelid, attnum), '') as description
      from pg_attribute
      where attrelid = 'mart."%s"'::regclass and attnum > 0 and not attisdropped
      order by attnum
      """;

  @ArgGroup(multiplicity = "1")
  private @Nullable Asked asked;

  /** A question, or a table to be told about. */
  private static final class Asked {
    @Parameters(paramLabel = "SELECT", description = "One SELECT statement.")
    private Optional<String> query = Optional.empty();

    @Option(
        names = "--describe",
        paramLabel = "TABLE",
        description = "Say what the columns of a table are called and mean, in both languages.")
    private Optional<String> table = Optional.empty();

    String sql() {
      return table.map(Asked::describing).or(() -> query).orElseThrow();
    }

    private static String describing(String table) {
      if (!table.matches("[a-z][a-z0-9_]*")) {
        throw new Refusal("'" + table + "' is no name of a table; write one such as sales_monthly");
      }
      return DESCRIBE.formatted(table);
    }
  }

  @Option(names = "--csv", description = "Print comma-separated rows with a header line.")
  private boolean isCsv;

  @Override
  public Integer call() {
    Instance instance = Instance.running();
    Properties login = new Properties();
    login.setProperty("user", "reader");
    login.setProperty("password", instance.secrets().read("reader.password"));
    login.setProperty("currentSchema", "mart");
    try (Connection connection = DriverManager.getConnection(instance.ports().jdbcUrl(), login)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false); // so that rows come in portions
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(5_000);
        try (ResultSet rows = statement.executeQuery(requireNonNull(asked).sql())) {
          print(rows);
        }
      }
    } catch (SQLException e) {
      throw new Refusal(
          "The marts refused the query: "
              + Problems.why(e).strip()
              + "\nTables: ./millrace sql \"select table_name from publication\"");
    }
    return 0;
  }

  private void print(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> header = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      header.add(columns.getColumnLabel(i));
    }
    List<List<String>> held = new ArrayList<>();
    StringBuilder out = new StringBuilder(isCsv ? Table.csvLine(header) : "");
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= header.size(); i++) {
        String cell = rows.getString(i);
        row.add(cell == null ? "" : cell);
      }
      if (isCsv) {
        out.append(Table.csvLine(row));
        if (out.length() > 1 << 16) {
          System.out.print(out);
          out.setLength(0);
        }
      } else {
        held.add(row);
      }
    }
    System.out.print(isCsv ? out : Table.text(header, held));
    System.out.flush();
  }
}
