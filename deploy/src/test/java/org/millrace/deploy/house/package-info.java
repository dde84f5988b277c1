/**
 * Tests of the whole tree: size caps, names, module imports. Read {@code HouseTest} first; each
 * rule has a counter-example that shows that it bites.
 */
package org.millrace.deploy.house;
