/**
 * Scenarios as data: acts with dates and figures, sent to a running core, each case in a company of
 * its own, and what came of them compared with what was expected.
 *
 * <p>Read {@link org.millrace.scenario.Scenario} and {@link org.millrace.scenario.World} first.
 */
package org.millrace.scenario;
