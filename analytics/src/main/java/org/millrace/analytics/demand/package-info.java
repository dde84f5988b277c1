/**
 * Demand forecast per item, with intervals, the errors the method had when tested, and reasons in
 * words.
 *
 * <p>Read {@link org.millrace.analytics.demand.DemandForecaster} first. Facts are {@link
 * org.millrace.analytics.demand.DemandSeries}, results {@link
 * org.millrace.analytics.demand.DemandForecast}. Only the job classes may import Spark.
 */
package org.millrace.analytics.demand;
