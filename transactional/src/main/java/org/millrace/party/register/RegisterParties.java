package org.millrace.party.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millrace.outbox.Events;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyChanged;
import org.millrace.party.PartyCode;
import org.millrace.party.PartyRegistered;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/** Registers parties once for each code and changes them. */
final class RegisterParties implements Parties {
  private final PartiesJdbc parties;
  private final Events events;

  RegisterParties(PartiesJdbc parties, Events events) {
    this.parties = parties;
    this.events = events;
  }

  @Override
  public Party named(CompanyCode company, PartyCode code) {
    Party party = named(company, List.of(code)).get(code);
    if (party == null) {
      throw Refused.notFound(
          "Company " + company + " has no party " + code + ": register it first.");
    }
    return party;
  }

  @Override
  public Map<PartyCode, Party> named(CompanyCode company, Collection<PartyCode> codes) {
    return parties.named(company, codes);
  }

  @Override
  public void register(CompanyCode company, List<Party> asked, Instant occurredAt) {
    Set<PartyCode> added = parties.add(company, asked);
    events.publish(
        asked.stream()
            .filter(party -> added.remove(party.code()))
            .map(party -> PartyRegistered.of(head(company, party, 1, occurredAt), party))
            .toList());
  }

  /** Registers one; a taken code is refused, also in other capital and small letters. */
  void registerNew(CompanyCode company, Party party, Instant occurredAt) {
    parties
        .alike(company, party.code())
        .ifPresent(
            taken -> {
              throw Refused.conflict(
                  "Company " + company + " has a party " + taken + ": change it instead.");
            });
    register(company, List.of(party), occurredAt);
  }

  /** Replaces what is known about a party; the new version. */
  Version change(CompanyCode company, Party party, Version expected, Instant occurredAt) {
    long actual = parties.lockedVersion(company, party.code());
    expected.check("Party " + party.code(), actual);
    parties.change(company, party);
    long next = actual + 1;
    events.publish(List.of(PartyChanged.of(head(company, party, next, occurredAt), party)));
    return new Version(next);
  }

  private static EventHead head(
      CompanyCode company, Party party, long version, Instant occurredAt) {
    String id = EventHead.aggregateId("party", company, party.code().value());
    return EventHead.of(company, id, version, occurredAt);
  }
}
