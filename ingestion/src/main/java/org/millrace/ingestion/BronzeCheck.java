package org.millrace.ingestion;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.ingestion.bronze.Findings;
import org.millrace.ingestion.bronze.Gap;
import org.millrace.ingestion.bronze.Reconciliation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds bronze against the outbox each minute and tells what is missing. */
final class BronzeCheck {

  private static final Logger LOG = LoggerFactory.getLogger(BronzeCheck.class);
  static final Duration PAUSE = Duration.ofMinutes(1);

  private final Reconciliation reconciliation;
  private final Findings findings;
  private final JobHealth health;
  private Optional<List<Gap>> told = Optional.empty();

  BronzeCheck(IngestionSettings settings, JobHealth health) {
    this.reconciliation = new Reconciliation(settings.lake(), settings.database());
    this.findings = new Findings(settings.database());
    this.health = health;
  }

  /** Looks once; what cannot be looked at is told, and looked at again the next time. */
  void look() {
    try {
      List<Gap> gaps = reconciliation.look();
      health.lacks(gaps.stream().mapToLong(Gap::missing).sum(), sentence(gaps));
      if (!told.equals(Optional.of(gaps))) {
        findings.write(gaps);
        told = Optional.of(gaps);
      }
    } catch (IOException | SQLException | RuntimeException problem) {
      LOG.warn("Bronze could not be held against the outbox", problem);
    }
  }

  static String sentence(List<Gap> gaps) {
    return gaps.isEmpty()
        ? ""
        : "bronze lacks events of the outbox: "
            + gaps.stream().map(Gap::toString).collect(Collectors.joining(", "))
            + "; ./millrace repair reads them again";
  }
}
