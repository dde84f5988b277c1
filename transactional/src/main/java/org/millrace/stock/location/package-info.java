/**
 * The places where goods lie.
 *
 * <p>Read {@link org.millrace.stock.location.WhenCompanyOpened} first: every company has one place.
 */
package org.millrace.stock.location;
