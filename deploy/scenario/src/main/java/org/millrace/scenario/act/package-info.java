/**
 * What each word of a scenario does: the request that it is to the core.
 *
 * <p>Read {@link org.millrace.scenario.act.Act} first.
 */
package org.millrace.scenario.act;
