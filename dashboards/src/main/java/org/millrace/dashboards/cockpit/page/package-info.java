/**
 * Serves the pages of the back office to the browser.
 *
 * <p>Read {@link org.millrace.dashboards.cockpit.page.WorkPagesHttp} first. Imports page, the
 * catalogue and the session.
 */
package org.millrace.dashboards.cockpit.page;
