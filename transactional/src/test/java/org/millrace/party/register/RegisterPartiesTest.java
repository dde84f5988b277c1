package org.millrace.party.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.COMPANY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.party.Party;
import org.millrace.party.PartyAct;
import org.millrace.party.PartyChanged;
import org.millrace.party.PartyCode;
import org.millrace.party.PartyRegistered;
import org.millrace.party.RegionCode;
import org.millrace.party.Role;
import org.millrace.shared.Refused;

/** Customers and suppliers, with documents in memory. */
class RegisterPartiesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final PartyCode SHOP = new PartyCode("SHOP");
  private static final PartyCode STEEL = new PartyCode("STEEL");

  private final TestingDocuments<Party> stored = new TestingDocuments<>(Party.KIND);
  private final RegisterParties parties = new RegisterParties(stored, (company, n) -> Map.of());

  @Test
  void ofAFileAreRegisteredWhereTheyAreMissingAndStayWhereTheyAreKnown() {
    parties.registerNew(COMPANY, Party.customer(SHOP, "Bike shop", "France"), NOON);
    parties.register(
        COMPANY,
        List.of(Party.customer(SHOP, "Another name", "Spain"), Party.walkIn("France")),
        NOON);
    assertThat(parties.named(COMPANY, SHOP).name()).isEqualTo("Bike shop");
    assertThat(parties.named(COMPANY, new PartyCode("WALK-IN France")).walkIn()).isTrue();
    assertThat(stored.told()).hasSize(2).allMatch(PartyRegistered.class::isInstance);
  }

  @Test
  void areThoseThatAreKnownOfAllThatAreNamed() {
    parties.registerNew(COMPANY, Party.customer(SHOP, "Bike shop", "France"), NOON);
    assertThat(parties.named(COMPANY, List.of(SHOP, STEEL, SHOP))).containsOnlyKeys(SHOP);
    assertThatThrownBy(() -> parties.named(COMPANY, STEEL))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
  }

  @Test
  void tellTheRegionThatTheyHaveFromNowOn() {
    Versioned<Party> before =
        parties.registerNew(COMPANY, Party.customer(SHOP, "Bike shop", "France"), NOON);
    Party after = shop(Set.of(Role.CUSTOMER, Role.SUPPLIER));
    parties.change(before, PartyAct.CHANGE, after, NOON);
    assertThat(stored.told())
        .last()
        .isInstanceOfSatisfying(
            PartyChanged.class,
            changed -> {
              assertThat(changed.party().region()).contains(new RegionCode("NORTH"));
              assertThat(changed.party().roles()).containsExactly(Role.CUSTOMER, Role.SUPPLIER);
              assertThat(changed.head().aggregateVersion()).isEqualTo(2);
            });
  }

  @Test
  void areInARegionAsCustomersAloneAndHaveARole() {
    assertThatThrownBy(() -> shop(Set.of(Role.SUPPLIER)))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "The party SHOP cannot be used: region is 'NORTH', expected none without the role"
                + " customer");
    assertThatThrownBy(() -> shop(Set.of()))
        .hasMessageContaining("roles is '[]', expected customer, supplier or both");
  }

  private static Party shop(Set<Role> roles) {
    return new Party(
        SHOP, "Bike shop", roles, "France", false, Optional.of(new RegionCode("NORTH")));
  }
}
