package org.millrace.party.merge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.party.Party;
import org.millrace.party.PartyAct;
import org.millrace.party.PartyChanged;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.party.merge.PartyMerge.Taken;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Proposes that one party takes the place of another, does it after review, and undoes it. */
final class MergeParties {
  private final Documents<PartyMerge> merges;
  private final Documents<Party> parties;
  private final Companies companies;

  MergeParties(Documents<PartyMerge> merges, Documents<Party> parties, Companies companies) {
    this.merges = merges;
    this.parties = parties;
    this.companies = companies;
  }

  /** The two parties, locked in the order of their codes. */
  private record Pair(Versioned<Party> from, Versioned<Party> survivor) {}

  Versioned<PartyMerge> propose(
      CompanyCode company, PartyCode party, PartyCode survivor, Instant occurredAt) {
    Pair pair = locked(company, party, survivor);
    requireMergeable(pair);
    PartyMerge proposed =
        new PartyMerge(
            new MergeNumber(merges.nextNumber(company, companies.dayOf(company, occurredAt))),
            party,
            pair.from().document().name(),
            survivor,
            pair.survivor().document().name(),
            MergeStatus.PROPOSED,
            companies.dayOf(company, occurredAt),
            Takeover.proposed(pair.from().document(), pair.survivor().document()));
    return merges.make(company, proposed, occurredAt, PartyMergeChanged::new);
  }

  Versioned<PartyMerge> change(
      Versioned<PartyMerge> before, List<Taken> takes, Instant occurredAt) {
    return stored(before, before.document().changed(takes), occurredAt);
  }

  Versioned<PartyMerge> reject(Versioned<PartyMerge> before, Instant occurredAt) {
    PartyMerge after = before.document().rejected(companies.dayOf(before.company(), occurredAt));
    return stored(before, after, occurredAt);
  }

  Versioned<PartyMerge> merge(Versioned<PartyMerge> before, Instant occurredAt) {
    PartyMerge merge = before.document();
    PartyMerge after = merge.merged(companies.dayOf(before.company(), occurredAt));
    Pair pair = locked(before.company(), merge.party(), merge.survivor());
    requireMergeable(pair);
    Party from = pair.from().document();
    Party survivor = Takeover.taken(from, pair.survivor().document(), merge.takes());
    parties.change(pair.survivor(), survivor, occurredAt, PartyChanged::new);
    Party gone = from.withMergedInto(Optional.of(merge.survivor()));
    parties.change(pair.from(), gone, occurredAt, PartyChanged::new);
    return stored(before, after, occurredAt);
  }

  Versioned<PartyMerge> unmerge(Versioned<PartyMerge> before, Instant occurredAt) {
    PartyMerge merge = before.document();
    PartyMerge after = merge.unmerged(companies.dayOf(before.company(), occurredAt));
    Pair pair = locked(before.company(), merge.party(), merge.survivor());
    Party from = pair.from().document();
    Party survivor = Takeover.givenBack(from, pair.survivor().document(), merge.takes());
    parties.change(pair.survivor(), survivor, occurredAt, PartyChanged::new);
    Party back = from.withMergedInto(Optional.empty());
    parties.change(pair.from(), back, occurredAt, PartyChanged::new);
    return stored(before, after, occurredAt);
  }

  private Versioned<PartyMerge> stored(
      Versioned<PartyMerge> before, PartyMerge after, Instant occurredAt) {
    return merges.change(before, after, occurredAt, PartyMergeChanged::new);
  }

  private Pair locked(CompanyCode company, PartyCode party, PartyCode survivor) {
    new Problems()
        .require(
            !party.equals(survivor),
            "survivor",
            survivor,
            "another party than the one that is merged")
        .refuse("The parties cannot be merged");
    List<Versioned<Party>> found = parties.lock(company, List.of(party, survivor));
    return new Pair(one(found, company, party), one(found, company, survivor));
  }

  private static Versioned<Party> one(
      List<Versioned<Party>> found, CompanyCode company, PartyCode code) {
    return found.stream()
        .filter(party -> party.document().code().equals(code))
        .findFirst()
        .orElseThrow(() -> Party.KIND.notFound(company, code));
  }

  private static void requireMergeable(Pair pair) {
    Party from = pair.from().document();
    Party survivor = pair.survivor().document();
    Refused.conflictIf(from.refusal(PartyAct.CHANGE));
    Refused.conflictIf(survivor.refusal(PartyAct.CHANGE));
    boolean isPlain = !from.walkIn() && !survivor.walkIn();
    new Problems()
        .require(isPlain, "party", from.code(), "parties that are no walk-in customers")
        .require(
            !from.roles().contains(Role.COMPANY) && !survivor.roles().contains(Role.COMPANY),
            "party",
            from.code(),
            "parties that are not the company itself")
        .refuse("The parties cannot be merged");
  }
}
