/**
 * Weekly demand forecast per item, with an interval and the error the method had when tested.
 *
 * <p>Read {@link org.millrace.analytics.demand.DemandForecaster} first. Facts are {@link
 * org.millrace.analytics.demand.WeeklySeries}, results {@link
 * org.millrace.analytics.demand.ItemForecast}. Only the job class may import Spark.
 */
package org.millrace.analytics.demand;
