package org.millrace.party;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/**
 * A customer, a supplier or both. The country is its plain name; a walk-in party stands for all
 * customers of a country who did not say who they are. A customer may be in a region, the sales
 * territory of those who sell to him.
 */
public record Party(
    PartyCode code,
    String name,
    Set<Role> roles,
    String country,
    boolean walkIn,
    Optional<RegionCode> region) {
  /** Stored in party.party. */
  public static final DocumentKind<Party> KIND =
      DocumentKind.of(Party.class, "party", "party")
          .searched("code", "name", "country")
          .inRegion("region")
          .changeable()
          .build();

  public Party {
    name = Code.checked("name", "party name", name, 200);
    country = Code.checked("country", country, 80);
    new Problems()
        .require(!roles.isEmpty(), "roles", roles, "customer, supplier or both")
        .require(
            region.isEmpty() || roles.contains(Role.CUSTOMER),
            "region",
            region.map(RegionCode::value).orElse(""),
            "none without the role customer")
        .refuse("The party " + code + " cannot be used");
    roles = Collections.unmodifiableSet(new TreeSet<>(roles));
  }

  /** A customer with a name. */
  public static Party customer(PartyCode code, String name, String country) {
    return new Party(code, name, Set.of(Role.CUSTOMER), country, false, Optional.empty());
  }

  /** All customers of a country who did not say who they are. */
  public static Party walkIn(String country) {
    return new Party(
        new PartyCode("WALK-IN " + country),
        "Walk-in " + country,
        Set.of(Role.CUSTOMER),
        country,
        true,
        Optional.empty());
  }
}
