package org.millrace.ingestion;

import java.util.UUID;
import org.millrace.ingestion.contract.Validated;
import org.millrace.ingestion.envelope.Event;
import org.millrace.ingestion.envelope.Kind;
import org.millrace.ingestion.envelope.Subject;
import org.millrace.ingestion.envelope.Times;
import org.millrace.ingestion.envelope.Trace;
import org.millrace.ingestion.outbox.Frontier;
import org.millrace.ingestion.outbox.OutboxRow;

/** Rows as the source would read them: row n was written by transaction n at position n. */
public final class TestingRows {

  /** 2026-01-02T03:04:05.000006Z. */
  public static final long RECORDED_MICROS = 1_767_323_045_000_006L;

  private TestingRows() {}

  public static Event event(int number) {
    return new Event(
        new UUID(1, number).toString(),
        new Kind("garden.seed-sown", 1, "garden"),
        new Subject("bed:" + number, number, "TEST"),
        new Times(RECORDED_MICROS - 1_000_000, RECORDED_MICROS),
        new Trace("tester", "correlation", ""),
        "{\"number\":" + number + "}");
  }

  public static Frontier reached(String run, int number) {
    return new Frontier(run, number, "1:1:", "1:1000:", number, number);
  }

  public static Validated good(String run, int number) {
    return new Validated(
        new OutboxRow(reached(run, number), number, number, event(number)), "", RECORDED_MICROS);
  }

  public static Validated bad(String run, int number) {
    return new Validated(good(run, number).row(), "for the test", RECORDED_MICROS);
  }
}
