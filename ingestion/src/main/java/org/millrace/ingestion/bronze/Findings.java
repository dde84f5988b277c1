package org.millrace.ingestion.bronze;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.millrace.ingestion.outbox.Database;

/** Tells the readers of bronze what it lacks, in {@code outbox.reconciliation}. */
public final class Findings {

  private final Database database;

  public Findings(Database database) {
    this.database = database;
  }

  /** Replaces what was told before. */
  public void write(List<Gap> gaps) throws IOException, SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement delete =
              connection.prepareStatement("delete from outbox.reconciliation");
          PreparedStatement insert =
              connection.prepareStatement(
                  "insert into outbox.reconciliation values (?, ?, ?, ?, clock_timestamp())")) {
        delete.executeUpdate();
        for (Gap gap : gaps) {
          insert.setString(1, gap.domain());
          insert.setLong(2, gap.missing());
          insert.setLong(3, gap.firstPosition());
          insert.setLong(4, gap.lastPosition());
          insert.executeUpdate();
        }
      }
      connection.commit();
    }
  }
}
