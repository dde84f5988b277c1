package org.millrace.ingestion.contract;

import java.time.Clock;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.millrace.ingestion.outbox.OutboxRow;

/** Puts the verdict on each row. */
public final class CheckContract extends RichMapFunction<OutboxRow, Judged> {

  private static final long serialVersionUID = 1;

  private final Contracts contracts;
  private final Clock clock;
  private transient Judge judge;

  public CheckContract(Contracts contracts, Clock clock) {
    this.contracts = contracts;
    this.clock = clock;
  }

  @Override
  public void open(OpenContext context) {
    judge = new Judge(contracts);
  }

  @Override
  public Judged map(OutboxRow row) {
    Instant now = clock.instant();
    long micros = Math.addExact(now.getEpochSecond() * 1_000_000, now.getNano() / 1000);
    return new Judged(row, judge.objection(row.event()).orElse(""), micros);
  }
}
