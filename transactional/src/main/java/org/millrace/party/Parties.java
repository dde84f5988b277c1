package org.millrace.party;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.millrace.shared.CompanyCode;

/** The parties of each company. */
public interface Parties {
  /**
   * One party.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  Party named(CompanyCode company, PartyCode code);

  /** Those of the named that exist. */
  Map<PartyCode, Party> named(CompanyCode company, Collection<PartyCode> codes);

  /** Adds those whose code is new and publishes them; the others stay as they are. */
  void register(CompanyCode company, List<Party> parties, Instant occurredAt);
}
