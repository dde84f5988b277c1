package org.millrace.ingestion;

import java.util.List;
import org.millrace.ingestion.bronze.Gap;
import org.millrace.ingestion.bronze.Reconciliation;
import org.millrace.ingestion.contract.Contracts;
import org.millrace.ingestion.contract.Validator;

/**
 * The command that holds all of bronze against the outbox and names what is missing; with {@code
 * repair} it reads that from the outbox again. Takes the settings of the job, which may run.
 */
public final class VerifyBronze {

  private VerifyBronze() {}

  public static void main(String[] args) throws Exception {
    IngestionSettings settings = IngestionSettings.from(System.getenv());
    boolean repairs = List.of(args).equals(List.of("repair"));
    try {
      List<Gap> gaps = repairs ? repair(settings) : verify(settings);
      gaps.forEach(gap -> System.out.println((repairs ? "Added again: " : "Missing: ") + gap));
      System.out.println(outcome(gaps, repairs));
      System.exit(gaps.isEmpty() || repairs ? 0 : 1);
    } catch (java.io.IOException | RuntimeException unreadable) {
      System.out.println(
          "Bronze cannot be read: "
              + unreadable.getMessage()
              + "\nWhat is recorded is whole in the outbox: stop the house, move the folder of the"
              + " lake's bronze tables away, and start; they are filled again.");
      System.exit(2);
    }
  }

  private static String outcome(List<Gap> gaps, boolean repairs) {
    if (gaps.isEmpty()) {
      return "Bronze holds every event of the outbox.";
    }
    return repairs
        ? "Bronze holds every event of the outbox again."
        : "./millrace repair reads them from the outbox again.";
  }

  static List<Gap> verify(IngestionSettings settings) throws Exception {
    return new Reconciliation(settings.lake(), settings.database()).verify();
  }

  static List<Gap> repair(IngestionSettings settings) throws Exception {
    Validator validator = new Validator(Contracts.in(settings.contracts()));
    return ReplayRejects.alone(
        settings, () -> new Reconciliation(settings.lake(), settings.database()).repair(validator));
  }
}
