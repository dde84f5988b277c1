package org.millrace.exchange.run;

import org.millrace.shared.CompanyCode;

/** Which file goes to which company as which kind of import; a trial changes nothing. */
public record Target(CompanyCode company, String kind, String file, boolean isTrial) {}
