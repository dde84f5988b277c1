package org.millrace.party;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /** The party that is the company itself, with its address, tax numbers and bank accounts. */
  Optional<Party> self(CompanyCode company);

  /**
   * The parties that these bank accounts are of, by the number that was asked for: an IBAN or the
   * number that a bank gave, in whatever spelling. Several may share one.
   */
  Map<String, List<Party>> owning(CompanyCode company, Collection<String> accounts);

  /** Those of the named that have bank accounts, with them. */
  default Map<PartyCode, List<BankAccount>> bankAccounts(
      CompanyCode company, Collection<PartyCode> codes) {
    return named(company, codes).values().stream()
        .filter(party -> !party.bankAccounts().isEmpty())
        .collect(Collectors.toMap(Party::code, Party::bankAccounts));
  }
}
