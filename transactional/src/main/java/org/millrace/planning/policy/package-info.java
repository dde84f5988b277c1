/**
 * How items are planned.
 *
 * <p>Read {@link org.millrace.planning.policy.SetItemPolicy} first.
 */
package org.millrace.planning.policy;
