/**
 * One class a verb of {@code ./millrace}. Read {@link org.millrace.deploy.command.Verbs} first. May
 * import every other package of this module.
 */
package org.millrace.deploy.command;
