package org.millrace.ingestion;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** The one worker of a small cluster: Flink starts no other when it is gone. */
final class Worker {

  private final MiniCluster cluster;
  private final Duration longestArrival;
  private final long began = System.nanoTime();
  private boolean seen;

  /**
   * The worker of a cluster that was just started.
   *
   * @param longestArrival one that has not come by then was lost before it was seen
   */
  Worker(MiniCluster cluster, Duration longestArrival) {
    this.cluster = cluster;
    this.longestArrival = longestArrival;
  }

  boolean isLost() throws InterruptedException, ExecutionException {
    boolean present = cluster.requestClusterOverview().get().getNumTaskManagersConnected() > 0;
    seen |= present;
    boolean due = seen || System.nanoTime() - began > longestArrival.toNanos();
    return due && !present;
  }
}
