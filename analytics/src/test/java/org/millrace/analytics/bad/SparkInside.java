package org.millrace.analytics.bad;

import org.apache.spark.sql.Row;

/** The counter-example: a calculation that reads a Spark row. */
public record SparkInside(Row row) {}
