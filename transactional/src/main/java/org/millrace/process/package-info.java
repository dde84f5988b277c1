/**
 * How documents go through their states: which step leads from where to where, for people to read.
 *
 * <p>Read {@link org.millrace.process.StateMachine} first: states and steps are those that each
 * kind declares, where a step leads is said in the files {@code process/<domain>.yaml}. Stands
 * right of all domains and knows none of them.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "settings", "web", "document", "document::list", "party"})
package org.millrace.process;
