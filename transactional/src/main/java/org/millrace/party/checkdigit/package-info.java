/**
 * Check digits of numbers that authorities and banks give: pure, without a database.
 *
 * <p>Read {@link org.millrace.party.checkdigit.VatNumbers} first. Imports nothing of ours.
 */
@org.springframework.modulith.NamedInterface("checkdigit")
package org.millrace.party.checkdigit;
