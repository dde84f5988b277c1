/**
 * Calculations: the verb that forecasts a file, and how the analyses of an instance ended.
 *
 * <p>Read {@link org.millrace.deploy.calculation.Forecast} first. Imports {@code home} and {@code
 * part}.
 */
package org.millrace.deploy.calculation;
