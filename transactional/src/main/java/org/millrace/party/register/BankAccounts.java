package org.millrace.party.register;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;

/** Whose bank accounts are whose. */
interface BankAccounts {
  /** The parties that were not merged into another and have these numbers, by number. */
  Map<String, Set<PartyCode>> owners(CompanyCode company, Collection<String> numbers);
}
