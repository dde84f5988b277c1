/**
 * Scales in which a series is steadier, and the way back.
 *
 * <p>Read {@link org.millrace.analytics.forecast.scale.BoxCox} first. Imports the smoothing
 * methods.
 */
package org.millrace.analytics.forecast.scale;
