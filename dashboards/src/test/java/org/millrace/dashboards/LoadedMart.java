package org.millrace.dashboards;

import java.nio.file.Path;
import java.sql.SQLException;

/** Two companies' marts in a PostgreSQL of this JVM, started once, for tests that only read. */
public final class LoadedMart {
  private LoadedMart() {}

  private static final class Once {
    static final TestingMart MART = load();
  }

  /** The address of the marts. */
  public static String jdbcUrl() {
    return Once.MART.url();
  }

  private static TestingMart load() {
    try {
      Path root = Path.of("").toAbsolutePath().getParent();
      TestingMart mart = TestingMart.prepare(TestingPostgres.start().url(), root);
      Fixture.load(mart);
      return mart;
    } catch (SQLException e) {
      throw new IllegalStateException("the marts of the test could not be filled", e);
    }
  }
}
