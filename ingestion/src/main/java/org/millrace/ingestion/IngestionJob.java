package org.millrace.ingestion;

import java.io.IOException;
import java.time.Clock;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.millrace.ingestion.bronze.BronzeSink;
import org.millrace.ingestion.bronze.BronzeStart;
import org.millrace.ingestion.contract.CheckContract;
import org.millrace.ingestion.contract.Contracts;
import org.millrace.ingestion.contract.Validated;
import org.millrace.ingestion.outbox.OutboxRow;
import org.millrace.ingestion.outbox.OutboxSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job: outbox, contract check, bronze. Alone it brings its own small cluster. */
public final class IngestionJob {

  /** The exit code of a process whose Flink worker is gone. */
  static final int WORKER_LOST = 70;

  private static final Logger LOG = LoggerFactory.getLogger(IngestionJob.class);

  private IngestionJob() {}

  /** Runs until stopped; settings come from the environment (see the README). */
  public static void main(String[] args) throws Exception {
    IngestionSettings settings = IngestionSettings.from(System.getenv());
    StreamExecutionEnvironment flink = StreamExecutionEnvironment.getExecutionEnvironment();
    if (flink instanceof LocalStreamEnvironment) {
      runAlone(settings);
    } else {
      flink.enableCheckpointing(settings.checkpointMillis());
      build(flink, settings);
      flink.execute("millrace ingestion");
    }
  }

  /** Ends the whole process with the job, also where threads of a broken cluster are left over. */
  private static void runAlone(IngestionSettings settings) throws Exception {
    try {
      new OwnCluster(settings).run();
    } catch (OwnCluster.WorkerLost lost) {
      LOG.error("Ingestion ends", lost);
      Runtime.getRuntime().halt(WORKER_LOST);
    }
  }

  static void build(StreamExecutionEnvironment flink, IngestionSettings settings)
      throws IOException {
    OutboxSource outbox =
        new OutboxSource(settings.database(), settings.pace(), new BronzeStart(settings.lake()));
    CheckContract contracts =
        new CheckContract(Contracts.in(settings.contracts()), Clock.systemUTC());
    BronzeSink bronze =
        new BronzeSink(settings.lake(), settings.database(), new JobHealthListener());

    flink
        .fromSource(outbox, WatermarkStrategy.noWatermarks(), "outbox")
        .uid("outbox")
        .setParallelism(1)
        .returns(OutboxRow.class)
        .keyBy(row -> row.event().subject().aggregateId())
        .map(contracts)
        .returns(Validated.class)
        .name("check contract")
        .uid("check-contract")
        .sinkTo(bronze)
        .name("bronze")
        .uid("bronze");
  }
}
