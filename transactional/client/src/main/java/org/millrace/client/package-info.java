/**
 * The core as our own programs speak to it: one login, one key a command, one way to try again, and
 * problems known by their type.
 *
 * <p>Read {@link org.millrace.client.CoreClient} first. Imports Jackson and nothing of ours, so
 * that any program may use it; its tests are fed by answers that the real core gave.
 */
package org.millrace.client;
