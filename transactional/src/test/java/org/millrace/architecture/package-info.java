/**
 * Rules of this module that a machine keeps, each with a counter-example under {@code example}.
 *
 * <p>Read {@link org.millrace.architecture.Rules} first.
 */
package org.millrace.architecture;
