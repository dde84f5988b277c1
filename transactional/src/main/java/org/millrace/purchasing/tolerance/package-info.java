/**
 * By how much suppliers' bills may differ, set once for a company.
 *
 * <p>Read {@link org.millrace.purchasing.tolerance.SetTolerance} first. Imports the base package of
 * purchasing.
 */
package org.millrace.purchasing.tolerance;
