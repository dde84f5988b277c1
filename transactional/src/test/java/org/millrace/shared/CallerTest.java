package org.millrace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.shared.Caller.RowRule;

class CallerTest {
  private static final String SALES = "sales.read";
  private static final CompanyCode DE = new CompanyCode("DE");

  @Test
  void narrowsNothingForWhoSeesAllOrNothing() {
    assertThat(
            caller(Map.of("DE", Set.of(SALES, "sales.own", "sales.region")), Map.of())
                .rowRules("DE", SALES))
        .isEmpty();
    Caller nothing = caller(Map.of("DE", Set.of("crm.own")), Map.of());
    assertThat(nothing.rowRules("DE", SALES)).isEmpty();
    assertThat(nothing.maySeeSome("DE", SALES)).isFalse();
  }

  @Test
  void narrowsByBothRulesTogether() {
    Caller both =
        caller(
            Map.of("*", Set.of("sales.own"), "DE", Set.of("sales.region")),
            Map.of("DE", Map.of("sales.region", Set.of("NORTH"))));
    assertThat(both.rowRules("DE", SALES))
        .containsExactly(new RowRule.Own("anna"), new RowRule.InRegions(Set.of("NORTH")));
    assertThat(both.rowRules("FR", SALES)).containsExactly(new RowRule.Own("anna"));
    assertThat(both.seenOnly("DE", SALES)).contains("that you made and those of the regions NORTH");
  }

  @Test
  void knowsTheRegionsOfEachPermissionInACompanyAndInAll() {
    Caller caller =
        caller(
            Map.of("*", Set.of("sales.region"), "DE", Set.of("sales.region", "crm.region")),
            Map.of(
                "*", Map.of("sales.region", Set.of("WEST")),
                "DE", Map.of("sales.region", Set.of("EAST"), "crm.region", Set.of("NORTH"))));
    assertThat(caller.rowRules("DE", SALES))
        .containsExactly(new RowRule.InRegions(Set.of("EAST", "WEST")));
    assertThat(caller.rowRules("DE", "crm.read"))
        .containsExactly(new RowRule.InRegions(Set.of("NORTH")));
    assertThat(caller.rowRules("FR", SALES)).containsExactly(new RowRule.InRegions(Set.of("WEST")));
    assertThat(caller.rowRules("DE", "sales.write")).isEmpty();
  }

  @Test
  void tellsWhoHasNoRegionThatOneIsMissing() {
    Caller nowhere = caller(Map.of("DE", Set.of("sales.region")), Map.of());
    assertThat(nowhere.maySeeSome("DE", SALES)).isFalse();
    assertThat(nowhere.seenOnly("DE", SALES)).isEmpty();
    assertThatThrownBy(() -> nowhere.requireSome(DE, SALES))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no region is given to you for company DE");
    assertThatThrownBy(() -> nowhere.requireSome(DE, "crm.read"))
        .hasMessageContaining("This needs the permission crm.read for company DE");
  }

  private static Caller caller(
      Map<String, Set<String>> permissions, Map<String, Map<String, Set<String>>> regions) {
    return new Caller("anna", permissions, regions);
  }
}
