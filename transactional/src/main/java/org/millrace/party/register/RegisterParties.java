package org.millrace.party.register;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.BankAccount;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyAct;
import org.millrace.party.PartyChanged;
import org.millrace.party.PartyCode;
import org.millrace.party.PartyRegistered;
import org.millrace.party.Role;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;

/** Registers parties once for each code and changes them. */
final class RegisterParties implements Parties {
  private final Documents<Party> parties;
  private final BankAccounts accounts;

  RegisterParties(Documents<Party> parties, BankAccounts accounts) {
    this.parties = parties;
    this.accounts = accounts;
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
    parties.makeMissing(company, asked, occurredAt, PartyRegistered::new);
  }

  @Override
  public Optional<Party> self(CompanyCode company) {
    return themselves(company).stream().findFirst();
  }

  private List<Party> themselves(CompanyCode company) {
    return parties.having(company, Map.of("roles", "company")).stream()
        .map(Versioned::document)
        .toList();
  }

  @Override
  public Map<String, List<Party>> owning(CompanyCode company, Collection<String> numbers) {
    Map<String, Set<PartyCode>> owners =
        accounts.owners(company, numbers.stream().map(BankAccount::bare).toList());
    Set<PartyCode> codes = new HashSet<>();
    owners.values().forEach(codes::addAll);
    Map<PartyCode, Party> known = named(company, codes);
    Map<String, List<Party>> found = new HashMap<>();
    for (String number : numbers) {
      Set<PartyCode> own = owners.getOrDefault(BankAccount.bare(number), Set.of());
      List<Party> those = own.stream().sorted().flatMap(c -> known(known, c)).toList();
      if (!those.isEmpty()) {
        found.put(number, those);
      }
    }
    return found;
  }

  private static Stream<Party> known(Map<PartyCode, Party> all, PartyCode code) {
    return Optional.ofNullable(all.get(code)).stream();
  }

  /** Registers one; a taken code is refused, also in other capital and small letters. */
  Versioned<Party> registerNew(CompanyCode company, Party party, Instant occurredAt) {
    refuseSecondSelf(company, party);
    return parties.make(company, party, occurredAt, PartyRegistered::new);
  }

  /** Replaces what is known about a party. */
  Versioned<Party> change(Versioned<Party> before, PartyAct act, Party after, Instant occurredAt) {
    Refused.conflictIf(before.document().refusal(act));
    refuseSecondSelf(before.company(), after);
    return parties.change(before, after, occurredAt, PartyChanged::new);
  }

  private void refuseSecondSelf(CompanyCode company, Party party) {
    if (party.roles().contains(Role.COMPANY)) {
      themselves(company).stream()
          .filter(other -> !other.code().equals(party.code()))
          .findFirst()
          .ifPresent(
              other -> {
                throw Refused.conflict(
                    "Party %s is the company already. Change that one.".formatted(other.code()));
              });
    }
  }
}
