/**
 * Every request that is no question, carried out in one transaction and once per idempotency key.
 *
 * <p>Read {@code CommandAdapterHttp} first. Imports outbox and the problem answers of web.
 */
package org.millrace.web.command;
