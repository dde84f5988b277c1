/**
 * {@code ./millrace scenario}: known answers as data, acted against the running instance.
 *
 * <p>Read {@link org.millrace.deploy.scenario.Scenario} first; what it does is the module {@code
 * deploy/scenario}.
 */
package org.millrace.deploy.scenario;
