/**
 * Numbers of papers, in series without gaps in each company.
 *
 * <p>Read {@link org.millrace.sales.number.PaperNumbers} first. Imports shared only.
 */
package org.millrace.sales.number;
