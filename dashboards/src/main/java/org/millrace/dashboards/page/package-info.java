/**
 * The pages of the back office as files: list, page, form and steps of a document or master.
 *
 * <p>Read {@link org.millrace.dashboards.page.Page} first; {@link
 * org.millrace.dashboards.page.PageFiles} compiles the files against what the core describes of its
 * API. Imports definition and the warehouse's catalogue.
 */
package org.millrace.dashboards.page;
