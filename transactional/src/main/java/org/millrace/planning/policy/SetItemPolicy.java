package org.millrace.planning.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Parties;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.ItemPolicySet;
import org.millrace.planning.Source;
import org.millrace.planning.verbs.Policies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Version;

/**
 * Sets how an item is planned; setting the same again changes nothing. Version 0 is that of an item
 * whose policy nobody set.
 */
final class SetItemPolicy implements Policies {
  private final ItemPoliciesJdbc policies;
  private final Items items;
  private final Parties parties;
  private final Events events;

  SetItemPolicy(ItemPoliciesJdbc policies, Items items, Parties parties, Events events) {
    this.policies = policies;
    this.items = items;
    this.parties = parties;
    this.events = events;
  }

  @Override
  public Optional<ItemPolicy> of(CompanyCode company, ItemCode item) {
    return policies.of(company, item);
  }

  @Override
  public boolean set(CompanyCode company, ItemPolicy policy, Instant occurredAt) {
    Optional<StoredPolicy> before = policies.stored(company, policy.item());
    return !before.equals(Optional.of(set(company, policy, Optional.empty(), occurredAt)));
  }

  StoredPolicy set(
      CompanyCode company, ItemPolicy policy, Optional<Version> expected, Instant occurredAt) {
    check(company, policy);
    Optional<StoredPolicy> before = policies.stored(company, policy.item());
    if (before.isPresent() && before.get().policy().equals(policy)) {
      return before.get();
    }
    long version = before.map(stored -> stored.version().number()).orElse(0L);
    expected.ifPresent(v -> v.check("The policy of item " + policy.item(), version));
    StoredPolicy next = new StoredPolicy(company, policy, new Version(version + 1));
    policies.put(next);
    events.publish(List.of(new ItemPolicySet(next.head(occurredAt), policy)));
    return next;
  }

  private void check(CompanyCode company, ItemPolicy policy) {
    Item item = items.named(company, policy.item());
    Problems problems = new Problems();
    problems
        .require(item.isStocked(), "item", policy.item(), "an item that is kept in stock")
        .require(
            policy.source() == Source.BUY || !item.materials().isEmpty(),
            "source",
            "make",
            "buy, as the item has no bill of material");
    policy
        .supplier()
        .ifPresent(
            supplier ->
                problems.require(
                    isSupplier(company, supplier),
                    "supplier",
                    supplier,
                    "a registered party with the role supplier"));
    problems.refuse("The policy of " + policy.item() + " cannot be set");
  }

  private boolean isSupplier(CompanyCode company, PartyCode code) {
    return Optional.ofNullable(parties.named(company, List.of(code)).get(code))
        .filter(party -> party.roles().contains(Role.SUPPLIER))
        .isPresent();
  }

  StoredPolicy named(CompanyCode company, ItemCode item) {
    return policies
        .stored(company, item)
        .orElseThrow(
            () ->
                org.millrace.shared.Refused.notFound(
                    ("No policy was set for item %s in company %s."
                            + " It is planned by default; set one to change that.")
                        .formatted(item, company)));
  }
}
