/**
 * The second factor of a login: codes by time (TOTP), and recovery codes for who lost the device.
 *
 * <p>Read {@link org.millrace.access.factor.SecondFactors} first. Imports settings and shared.
 */
package org.millrace.access.factor;
