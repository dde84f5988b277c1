/**
 * Tests of the whole house as a person uses it: the command line starts every part, files come in,
 * figures stand on the boards, processes are killed. Read {@code WholeWayTest} first.
 */
package org.millrace.deploy.whole;
