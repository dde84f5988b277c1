package org.millrace.ingestion.contract;

import java.time.Clock;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.millrace.ingestion.outbox.OutboxRow;

/** Puts the verdict on each row. */
public final class CheckContract extends RichMapFunction<OutboxRow, Validated> {

  private static final long serialVersionUID = 1;

  private final Contracts contracts;
  private final Clock clock;
  private transient Validator validator;

  public CheckContract(Contracts contracts, Clock clock) {
    this.contracts = contracts;
    this.clock = clock;
  }

  @Override
  public void open(OpenContext context) {
    validator = new Validator(contracts);
  }

  @Override
  public Validated map(OutboxRow row) {
    Instant now = clock.instant();
    long micros = Math.addExact(now.getEpochSecond() * 1_000_000, now.getNano() / 1000);
    return new Validated(row, validator.objection(row.event()).orElse(""), micros);
  }
}
