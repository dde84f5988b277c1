/**
 * Work orders of scenarios: what is given of them, what happened on them, what is expected.
 *
 * <p>Read {@link org.millrace.scenario.production.WorkOrders} first.
 */
package org.millrace.scenario.production;
