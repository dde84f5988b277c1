/**
 * What happened in a company, event by event, for other programs that follow it by position.
 *
 * <p>Read {@link org.millrace.exchange.event.CompanyEvents} first. Imports shared and web.
 */
package org.millrace.exchange.event;
