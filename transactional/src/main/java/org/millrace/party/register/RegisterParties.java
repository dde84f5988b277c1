package org.millrace.party.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyChanged;
import org.millrace.party.PartyCode;
import org.millrace.party.PartyRegistered;
import org.millrace.shared.CompanyCode;

/** Registers parties once for each code and changes them. */
final class RegisterParties implements Parties {
  private final Documents<Party> parties;

  RegisterParties(Documents<Party> parties) {
    this.parties = parties;
  }

  @Override
  public Party named(CompanyCode company, PartyCode code) {
    return parties.named(company, code).document();
  }

  @Override
  public Map<PartyCode, Party> named(CompanyCode company, Collection<PartyCode> codes) {
    return parties.find(company, codes).stream()
        .map(Versioned::document)
        .collect(Collectors.toMap(Party::code, party -> party));
  }

  @Override
  public void register(CompanyCode company, List<Party> asked, Instant occurredAt) {
    parties.makeMissing(company, asked, occurredAt, PartyRegistered::of);
  }

  /** Registers one; a taken code is refused, also in other capital and small letters. */
  Versioned<Party> registerNew(CompanyCode company, Party party, Instant occurredAt) {
    return parties.make(company, party, occurredAt, PartyRegistered::of);
  }

  /** Replaces what is known about a party. */
  Versioned<Party> change(Versioned<Party> before, Party after, Instant occurredAt) {
    return parties.change(before, after, occurredAt, PartyChanged::of);
  }
}
