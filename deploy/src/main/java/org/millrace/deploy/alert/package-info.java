/**
 * Tells an administrator by mail what went wrong and when it is over. Read {@link
 * org.millrace.deploy.alert.Alerts} first. Imports {@code home}, {@code part} and {@code backup}.
 */
package org.millrace.deploy.alert;
