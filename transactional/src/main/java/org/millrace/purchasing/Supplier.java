package org.millrace.purchasing;

import org.millrace.party.Party;
import org.millrace.party.PartyCode;

/** Who sold us the goods, as known when the document was made. */
public record Supplier(PartyCode code, String name, String country) {
  /** The party as a document names it. */
  public static Supplier of(Party party) {
    return new Supplier(party.code(), party.name(), party.country());
  }
}
