/**
 * What modules to the right ask of planning.
 *
 * <p>Read {@link org.millrace.planning.verbs.Policies} first.
 */
@org.springframework.modulith.NamedInterface("verbs")
package org.millrace.planning.verbs;
