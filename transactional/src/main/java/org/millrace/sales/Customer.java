package org.millrace.sales;

import org.millrace.party.Party;
import org.millrace.party.PartyCode;

/** The customer as a document names it; the country is the one the goods go to. */
public record Customer(PartyCode code, String name, String country, boolean walkIn) {
  /** As the party stands now. */
  public static Customer of(Party party) {
    return new Customer(party.code(), party.name(), party.country(), party.walkIn());
  }

  /** The same customer, in another country this time. */
  public Customer in(String otherCountry) {
    return new Customer(code, name, otherCountry, walkIn);
  }
}
