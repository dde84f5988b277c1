package org.millrace.service;

import org.millrace.party.Party;
import org.millrace.party.PartyCode;

/** Who asked for service, as known when the ticket was opened. */
public record Customer(PartyCode code, String name, String country) {
  /** The party as a ticket names it. */
  public static Customer of(Party party) {
    return new Customer(party.code(), party.name(), party.country());
  }
}
