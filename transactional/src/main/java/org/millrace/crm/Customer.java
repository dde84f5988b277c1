package org.millrace.crm;

import org.millrace.party.Party;
import org.millrace.party.PartyCode;

/** Who may buy, as known when the opportunity was opened. */
public record Customer(PartyCode code, String name, String country) {
  /** As the party stands now. */
  public static Customer of(Party party) {
    return new Customer(party.code(), party.name(), party.country());
  }
}
