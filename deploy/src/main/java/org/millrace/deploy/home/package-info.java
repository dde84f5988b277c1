/**
 * Where an instance of Millrace keeps its state on disk: folders, ports and secrets below {@code
 * var/} (or {@code MILLRACE_HOME}). Read {@link org.millrace.deploy.home.Home} first. Imports
 * nothing of ours.
 */
package org.millrace.deploy.home;
