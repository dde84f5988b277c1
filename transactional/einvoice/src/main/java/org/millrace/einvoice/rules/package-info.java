/**
 * The official rules of EN 16931 and XRechnung: the schemas of both syntaxes and the compiled
 * Schematron that CEN and KoSIT publish, as the jars of phive-rules carry them.
 *
 * <p>Read {@link org.millrace.einvoice.rules.OfficialRules} first. Imports documents, XML, Saxon.
 */
package org.millrace.einvoice.rules;
