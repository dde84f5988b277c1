/**
 * The process that keeps the parts alive: starts them, restarts what dies or falls silent, and ends
 * them in order. Read {@link org.millrace.deploy.supervisor.Supervisor} first. Imports {@code
 * home}, {@code part}, {@code postgres} and {@code alert}.
 */
package org.millrace.deploy.supervisor;
