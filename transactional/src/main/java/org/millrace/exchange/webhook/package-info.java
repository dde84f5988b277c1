/**
 * Events sent to other programs as they happen: signed, in order, again and again until they are
 * taken, and from an earlier position where that is asked for.
 *
 * <p>Read {@link org.millrace.exchange.webhook.SendEvents} first. Imports events and web.
 */
package org.millrace.exchange.webhook;
