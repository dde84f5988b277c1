package org.millrace.ingestion.bronze.table;

import io.delta.kernel.engine.Engine;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.hook.PostCommitHook.PostCommitHookType;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what Delta wants done after a commit (log checkpoints, checksums) on its own thread, in
 * order. A failure loses no data but lets the log grow, so it is told loudly.
 */
public final class AfterCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

  private final ExecutorService thread;
  private final Set<BronzeTable> reload = EnumSet.noneOf(BronzeTable.class);
  private final BiConsumer<BronzeTable, Exception> failures;

  /** Tells failures to the given listener. */
  public AfterCommit(BiConsumer<BronzeTable, Exception> failures) {
    this.failures = failures;
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = new Thread(work, "after-delta-commit");
              made.setDaemon(true);
              return made;
            });
  }

  void run(BronzeTable table, List<PostCommitHook> hooks, Engine engine) {
    hooks.forEach(hook -> thread.execute(() -> run(table, hook, engine)));
  }

  private void run(BronzeTable table, PostCommitHook hook, Engine engine) {
    try {
      Disk.io(
          () -> {
            hook.threadSafeInvoke(engine);
            return hook;
          });
      if (hook.getType() == PostCommitHookType.CHECKPOINT) {
        synchronized (reload) {
          reload.add(table);
        }
      }
    } catch (IOException | RuntimeException problem) {
      LOG.error("{} of the log of {} failed after a commit", hook.getType(), table.path(), problem);
      failures.accept(table, problem);
    }
  }

  /** Whether the log was shortened since the last question, so that a new reading is cheaper. */
  boolean wantsReload(BronzeTable table) {
    synchronized (reload) {
      return reload.remove(table);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.error("Tidying the Delta log takes more than 30 s; it is given up");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
