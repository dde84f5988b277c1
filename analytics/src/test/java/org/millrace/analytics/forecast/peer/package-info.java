/** Our forecasts beside those of R's package forecast. */
package org.millrace.analytics.forecast.peer;
