package org.millrace.warehouse;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.millrace.files.LocalFiles;

/** Opens the one long-lived Spark session of the process, set for many small steps. */
public final class SparkSessions {
  private SparkSessions() {}

  /**
   * A local session, or one on the cluster that {@code SPARK_MASTER} names.
   *
   * @param scratch where shuffle files and the warehouse folder may go
   */
  public static SparkSession open(String master, Path scratch) {
    SparkSession.Builder building = SparkSession.builder();
    if (master.startsWith("local")) { // the workers of a cluster may lack our classes
      LocalFiles.settings().forEach((key, value) -> building.config("spark.hadoop." + key, value));
    }
    return building
        .appName("millrace-warehouse")
        .master(master)
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.local.dir", scratch.resolve("spark").toString())
        .config("spark.sql.warehouse.dir", scratch.resolve("spark-warehouse").toString())
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.default.parallelism", "2")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.databricks.delta.snapshotPartitions", "1")
        .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4")
        .config("spark.sql.sources.parallelPartitionDiscovery.threshold", "10000")
        .config("spark.scheduler.mode", "FAIR")
        .config("spark.sql.parquet.compression.codec", "zstd")
        .config("spark.databricks.delta.retentionDurationCheck.enabled", "false")
        // Every cycle asks the same few hundred questions; the default keeps code for a hundred.
        .config("spark.sql.codegen.cache.maxEntries", "3000")
        .config("spark.sql.maxPlanStringLength", "1000")
        .config("spark.sql.debug.maxToStringFields", "5")
        .config("spark.sql.ui.retainedExecutions", "5")
        .config("spark.ui.retainedJobs", "5")
        .config("spark.ui.retainedStages", "5")
        .config("spark.ui.retainedTasks", "50")
        .config("spark.cleaner.periodicGC.interval", "10min")
        .getOrCreate();
  }
}
