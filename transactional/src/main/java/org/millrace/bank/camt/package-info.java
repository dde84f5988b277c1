/**
 * Reads what banks send by ISO 20022: camt.052, 053 and 054 of any version.
 *
 * <p>Read {@link org.millrace.bank.camt.CamtFile} first. Imports shared alone.
 */
@org.springframework.modulith.NamedInterface("camt")
package org.millrace.bank.camt;
