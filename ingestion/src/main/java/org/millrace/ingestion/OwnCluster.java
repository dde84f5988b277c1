package org.millrace.ingestion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.millrace.ingestion.bronze.table.LogLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the job in a small Flink cluster inside this process and watches it.
 *
 * <p>Inside the process Flink restarts a failed job from its last checkpoint, for ever, with
 * growing pauses. A new process begins without one: the tables say where to read on (see {@code
 * BronzeStart}), so that neither a lost nor an old checkpoint can lose or double a row.
 *
 * <p>Flink starts no other worker when the one of the cluster is gone; a log that lost its newest
 * commit can be read on from by a new run only. Then the process ends, for who started it to start
 * it again.
 */
final class OwnCluster {

  private static final Logger LOG = LoggerFactory.getLogger(OwnCluster.class);
  private static final Duration WATCH = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_ARRIVAL = Duration.ofSeconds(30);

  private final IngestionSettings settings;
  private final Advice advice;
  private final JobHealth health = JobHealth.OF_THIS_PROCESS;
  private final CountDownLatch stop = new CountDownLatch(1);

  OwnCluster(IngestionSettings settings) {
    this.settings = settings;
    this.advice = new Advice(settings);
  }

  /** Runs until it is stopped; throws when the worker is gone, which no retry in here can mend. */
  void run() throws Exception {
    try (HealthHttp http = HealthHttp.start(settings.port(), health)) {
      LOG.info("Health at http://127.0.0.1:{}/health", http.port());
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "stop"));
      Thread check = new Thread(this::checkBronze, "check-bronze");
      check.setDaemon(true);
      check.start();
      Duration pause = WATCH;
      while (!isStoppedAfter(Duration.ZERO)) {
        try {
          runOnce();
        } catch (WorkerLost lost) {
          throw lost;
        } catch (Exception problem) {
          LOG.error("The job could not be started", problem);
          health.fails(advice.on(problem));
        }
        if (isStoppedAfter(pause)) {
          return;
        }
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  private void checkBronze() {
    BronzeCheck check = new BronzeCheck(settings, health);
    try {
      while (!isStoppedAfter(BronzeCheck.PAUSE)) {
        check.look();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStoppedAfter(Duration pause) throws InterruptedException {
    return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void runOnce() throws Exception {
    emptyFolder(settings.checkpoints());
    Configuration flink = configuration();
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(flink)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .build());
    try {
      cluster.start();
      StreamExecutionEnvironment topology =
          StreamExecutionEnvironment.getExecutionEnvironment(flink);
      topology.setParallelism(1);
      topology.enableCheckpointing(settings.checkpointMillis());
      IngestionJob.build(topology, settings);
      watch(cluster, cluster.submitJob(topology.getStreamGraph().getJobGraph()).get().getJobID());
    } finally {
      closed(cluster);
    }
  }

  /** A cluster whose worker is gone may never say that it is closed. */
  private static void closed(MiniCluster cluster) throws Exception {
    try {
      cluster.closeAsync().get(LONGEST_CLOSE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException problem) {
      LOG.warn("The cluster did not close", problem);
    }
  }

  /** Nothing in this process can go on. */
  static final class WorkerLost extends Exception {

    private static final long serialVersionUID = 1;

    WorkerLost(String why) {
      super(why);
    }
  }

  private void watch(MiniCluster cluster, JobID job)
      throws InterruptedException, ExecutionException, WorkerLost {
    String last = "see the log";
    Worker worker = new Worker(cluster, LONGEST_ARRIVAL);
    JobStatus status = JobStatus.CREATED;
    long told = 0;
    while (!status.isGloballyTerminalState() && !isStoppedAfter(WATCH)) {
      status = cluster.getJobStatus(job).get();
      ErrorInfo failure = cluster.getExecutionGraph(job).get().getFailureInfo();
      if (failure != null && failure.getTimestamp() > told) {
        told = failure.getTimestamp();
        Throwable cause = failure.getException().deserializeError(getClass().getClassLoader());
        LOG.error("The job failed and starts again from its last checkpoint", cause);
        last = advice.on(cause);
        health.fails(last);
        if (isOfALostLog(cause)) {
          throw new WorkerLost(last);
        }
      }
      if (worker.isLost() && !isStoppedAfter(Duration.ZERO)) {
        throw new WorkerLost("Flink lost its worker: " + last);
      }
    }
    LOG.info("The job is {}", status);
  }

  private static boolean isOfALostLog(Throwable cause) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable each = cause; each != null && seen.add(each); each = each.getCause()) {
      if (each instanceof LogLost) {
        return true;
      }
    }
    return false;
  }

  private Configuration configuration() {
    Configuration flink = new Configuration();
    flink.set(RestOptions.BIND_PORT, "0");
    flink.set(RestOptions.ADDRESS, "127.0.0.1");
    flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    flink.set(JobManagerOptions.BIND_HOST, "127.0.0.1"); // else its file server is open to all
    flink.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    flink.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, settings.checkpoints().toUri().toString());
    flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofMillis(500));
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(5));
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        Duration.ofSeconds(30));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(4));
    return flink;
  }

  /** Checkpoints of an earlier process are of no use. */
  private static void emptyFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
  }
}
