package org.millrace.ingestion;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.millrace.ingestion.bronze.Replay;
import org.millrace.ingestion.contract.Contracts;
import org.millrace.ingestion.contract.Validator;

/**
 * The command that validates all rejects again, after a contract was mended or added; takes the
 * same settings as the job, which may be running.
 */
public final class ReplayRejects {

  private static final String LOCK =
      "select pg_try_advisory_lock(hashtext('millrace.ingestion.replay'))";

  private ReplayRejects() {}

  public static void main(String[] args) throws Exception {
    IngestionSettings settings = IngestionSettings.from(System.getenv());
    Replay.Outcome outcome = run(settings);
    System.out.printf(
        "%d rejects read: %d added to bronze, %d were there already, %d still break a contract%n",
        outcome.read(), outcome.added(), outcome.alreadyThere(), outcome.stillRejected());
  }

  static Replay.Outcome run(IngestionSettings settings) throws Exception {
    Validator validator = new Validator(Contracts.in(settings.contracts()));
    return alone(settings, () -> new Replay(settings.lake(), validator).run());
  }

  /** Does what adds to bronze beside the job while nothing else does. */
  static <T> T alone(IngestionSettings settings, Callable<T> work) throws Exception {
    try (Connection connection = settings.database().connect();
        Statement statement = connection.createStatement();
        ResultSet locked = statement.executeQuery(LOCK)) {
      locked.next();
      if (!locked.getBoolean(1)) {
        throw new IllegalStateException(
            "Another replay or repair is running: wait until it has ended.");
      }
      return work.call();
    }
  }
}
