/**
 * The parts of a running instance: which JVMs there are, how one is started, and how it is asked
 * for its health. Read {@link org.millrace.deploy.part.Parts} first. Imports {@code home} only.
 */
package org.millrace.deploy.part;
