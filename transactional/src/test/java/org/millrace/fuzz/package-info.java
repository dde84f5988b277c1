/**
 * Requests that nobody would send, over every operation that the core describes.
 *
 * <p>Read {@code FuzzTest} first.
 */
package org.millrace.fuzz;
