/**
 * What a person does in the cockpit, as steps a browser can repeat against any address.
 *
 * <p>Read {@link org.millrace.dashboards.browser.Walk}. Used by this module's tests and, from the
 * test jar, by those of the whole house.
 */
package org.millrace.dashboards.browser;
