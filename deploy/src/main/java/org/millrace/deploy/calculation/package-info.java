/**
 * Verbs that calculate on files and need no running instance.
 *
 * <p>Read {@link org.millrace.deploy.calculation.Forecast} first. Imports {@code home} and {@code
 * part}.
 */
package org.millrace.deploy.calculation;
