/**
 * A mapping that is proposed from a file itself: by the names of its columns in several languages,
 * by what stands in them, and by how numbers and dates are written.
 *
 * <p>Read {@link org.millrace.exchange.propose.ProposeMapping} first. Imports shared, files and
 * layouts.
 */
package org.millrace.exchange.propose;
