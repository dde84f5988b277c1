/**
 * What holds for all plans of a company, set once for it.
 *
 * <p>Read {@link org.millrace.planning.settings.SetSettings} first.
 */
package org.millrace.planning.settings;
