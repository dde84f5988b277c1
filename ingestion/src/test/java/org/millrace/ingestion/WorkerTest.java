package org.millrace.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private MiniCluster cluster;

  @AfterEach
  void close() throws Exception {
    cluster.close();
  }

  @Test
  void isLostOnceItWasThereAndIsGone() throws Exception {
    startCluster(1);
    Worker worker = new Worker(cluster, LONG);
    Until.within(LONG, "the worker", this::isPresent);
    assertThat(worker.isLost()).isFalse();
    cluster.terminateTaskManager(0).get();
    Until.within(LONG, "its loss", worker::isLost);
  }

  @Test
  void isLostWhereItNeverComes() throws Exception {
    startCluster(0);
    assertThat(new Worker(cluster, LONG).isLost()).isFalse();
    Worker late = new Worker(cluster, Duration.ofMillis(1));
    Until.within(LONG, "its loss", late::isLost);
  }

  private boolean isPresent() throws Exception {
    return cluster.requestClusterOverview().get().getNumTaskManagersConnected() > 0;
  }

  private void startCluster(int workers) throws Exception {
    Configuration flink = new Configuration();
    flink.set(RestOptions.BIND_PORT, "0");
    flink.set(RestOptions.ADDRESS, "127.0.0.1");
    flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(4));
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(flink)
                .setNumTaskManagers(workers)
                .setNumSlotsPerTaskManager(1)
                .build());
    cluster.start();
  }
}
