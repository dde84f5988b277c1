package org.millrace.warehouse;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.spark.sql.SparkSession;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.build.WarmUpCycles;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.check.CheckBoard;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.publish.Mart;
import org.millrace.warehouse.refresh.AnalysisScheduler;
import org.millrace.warehouse.refresh.Lookout;
import org.millrace.warehouse.refresh.Rebuild;
import org.millrace.warehouse.refresh.Runs;
import org.millrace.warehouse.refresh.Scheduler;
import org.millrace.warehouse.refresh.TableRefresh;
import org.millrace.warehouse.refresh.WarehouseHealth;
import org.millrace.warehouse.refresh.WarmUp;

/** The parts of the running warehouse, each made once and given what it needs. */
record Wiring(
    Lake lake,
    Runs runs,
    Scheduler scheduler,
    WarehouseHealth health,
    Rebuild rebuild,
    ExecutorService workers) {
  private static final int WORKERS = 4;

  static Wiring of(WarehouseSettings settings, List<Analysis> analyses, Clock clock) {
    Catalog catalog = Catalog.read(settings.root().resolve("warehouse/tables"));
    SparkSession session =
        SparkSessions.open(settings.sparkMaster(), settings.home().resolve("warehouse"));
    Lake lake = Lake.open(session, catalog, settings.lakeRoot());
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS, daemon("worker"));
    Builder builder = new Builder(lake, workers);
    ReadWriteLock tables = new ReentrantReadWriteLock();
    Runs runs = new Runs(analyses, lake, tables.readLock(), clock);
    CheckBoard board = new CheckBoard(lake);
    Mart liveMart = mart(settings);
    Mart batchedMart = mart(settings);
    Lookout lookout = new Lookout(lake, builder, batchedMart, board, clock);
    Scheduler scheduler =
        new Scheduler(
            new Scheduler.Refreshes(
                new TableRefresh(Refresh.LIVE, lake, builder, liveMart, clock, runs::fault),
                new TableRefresh(Refresh.BATCHED, lake, builder, batchedMart, clock, runs::fault),
                tables.readLock()),
            new WarmUp(builder, warmUpCycles(settings, lake, workers), clock),
            new AnalysisScheduler(runs, lake, builder, clock),
            lookout,
            clock);
    return new Wiring(
        lake,
        runs,
        scheduler,
        new WarehouseHealth(scheduler, runs, builder, clock),
        new Rebuild(builder, lookout, tables.writeLock()),
        workers);
  }

  private static WarmUpCycles warmUpCycles(
      WarehouseSettings settings, Lake lake, ExecutorService workers) {
    return new WarmUpCycles(
        lake,
        workers,
        settings.root().resolve("transactional/contracts"),
        settings.home().resolve("warehouse/warm-up"));
  }

  private static Mart mart(WarehouseSettings settings) {
    return new Mart(settings.mart().url(), settings.mart().user(), settings.mart().password());
  }

  private static ThreadFactory daemon(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
