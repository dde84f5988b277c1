package org.millrace.dimension.master;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.dimension.Dimension;
import org.millrace.dimension.DimensionChanged;
import org.millrace.dimension.DimensionValue;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemGroup;
import org.millrace.item.ItemGroupCode;
import org.millrace.party.Parties;
import org.millrace.party.PartyCode;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/** Adds dimensions and changes them; a value that was there stays, and ends by its last day. */
final class KeepDimensions {
  private final Documents<Dimension> dimensions;
  private final Documents<ItemGroup> groups;
  private final Parties parties;

  KeepDimensions(Documents<Dimension> dimensions, Documents<ItemGroup> groups, Parties parties) {
    this.dimensions = dimensions;
    this.groups = groups;
    this.parties = parties;
  }

  Versioned<Dimension> add(CompanyCode company, Dimension dimension, Instant occurredAt) {
    requireKnown(company, dimension);
    return dimensions.make(company, dimension, occurredAt, DimensionChanged::new);
  }

  Versioned<Dimension> change(Versioned<Dimension> before, Dimension after, Instant occurredAt) {
    requireKnown(before.company(), after);
    Set<DimensionValue> kept =
        after.values().stream().map(Dimension.Value::value).collect(Collectors.toSet());
    Problems problems = new Problems();
    before.document().values().stream()
        .map(Dimension.Value::value)
        .filter(value -> !kept.contains(value))
        .forEach(
            gone ->
                problems.add(
                    "values", gone, "every value that was there; give it a last day instead"));
    problems.refuse("The dimension " + after.code() + " cannot be used");
    return dimensions.change(before, after, occurredAt, DimensionChanged::new);
  }

  private void requireKnown(CompanyCode company, Dimension dimension) {
    List<Dimension.Usual> usual = dimension.usual();
    Set<PartyCode> partners = new HashSet<>();
    Set<Code> named = new HashSet<>();
    usual.forEach(
        each -> {
          each.party().ifPresent(partners::add);
          each.itemGroup().ifPresent(named::add);
        });
    Set<PartyCode> registered = parties.named(company, List.copyOf(partners)).keySet();
    Set<ItemGroupCode> known =
        groups.find(company, List.copyOf(named)).stream()
            .map(group -> group.document().code())
            .collect(Collectors.toSet());
    Problems problems = new Problems();
    for (int i = 0; i < usual.size(); i++) {
      String line = "usual." + (i + 1);
      usual
          .get(i)
          .party()
          .ifPresent(
              party ->
                  problems.require(
                      registered.contains(party), line + ".party", party, "a registered party"));
      usual
          .get(i)
          .itemGroup()
          .ifPresent(
              group ->
                  problems.require(
                      known.contains(group), line + ".itemGroup", group, "an item group"));
    }
    problems.refuse("The dimension " + dimension.code() + " cannot be used");
  }
}
