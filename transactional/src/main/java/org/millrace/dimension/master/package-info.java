/**
 * The dimensions of a company: adding and changing them, and which values there are.
 *
 * <p>Read {@link org.millrace.dimension.master.KeepDimensions} first.
 */
package org.millrace.dimension.master;
