/**
 * Customer segments by recency, frequency and money (RFM).
 *
 * <p>Read {@link org.millrace.analytics.segmentation.Segmentation} first: facts in ({@link
 * org.millrace.analytics.segmentation.Purchase}), scores out ({@link
 * org.millrace.analytics.segmentation.CustomerScore}). Only the job class may import Spark.
 */
package org.millrace.analytics.segmentation;
