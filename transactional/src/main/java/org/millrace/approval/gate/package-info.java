/**
 * The gate: holds documents that a policy asks approval for, whichever way they are made.
 *
 * <p>Read {@link org.millrace.approval.gate.HoldDocuments} first.
 */
package org.millrace.approval.gate;
