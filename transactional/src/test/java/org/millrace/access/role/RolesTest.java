package org.millrace.access.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {
  private final Roles roles = Roles.read();

  @Test
  void theAdminHoldsEveryPermissionAndNobodyElseManagesUsers() {
    assertThat(roles.permissionsByRole().get("admin")).isEqualTo(roles.permissions().keySet());
    roles
        .permissionsByRole()
        .forEach(
            (role, held) ->
                assertThat(held.contains("user.manage")).as(role).isEqualTo(role.equals("admin")));
  }

  @Test
  void theLedgerAndCostsAreNotForEverybody() {
    assertThat(roles.permissionsByRole().get("viewer")).doesNotContain("ledger.read", "cost.read");
    assertThat(roles.permissionsByRole().get("sales")).doesNotContain("ledger.read", "cost.read");
    assertThat(roles.permissionsByRole().get("controller")).contains("ledger.read", "cost.read");
  }

  @Test
  void findsAConflictBetweenARoleForAllCompaniesAndOneForOne() {
    assertThat(
            roles.conflictsOf(
                Set.of(Grant.everywhere("storekeeper"), Grant.of("C1", "accountant"))))
        .contains(
            "One person receives goods and accepts the bill: purchasing.receive and"
                + " purchasing.invoice for company C1");
    assertThat(roles.conflictsOf(Set.of(Grant.of("C1", "storekeeper"), Grant.of("C2", "buyer"))))
        .isEmpty();
  }

  @Test
  void knowsWhichRolesShowByRegionAndInWhich() {
    assertThat(roles.showByRegion("salesperson-region")).isTrue();
    assertThat(roles.showByRegion("salesperson-own")).isFalse();
    assertThat(roles.showByRegion("admin")).as("sees all").isFalse();
    Map<String, Map<String, Set<String>>> regions =
        roles.regions(
            List.of(
                new Grant("C1", "salesperson-region", Set.of("NORTH")),
                Grant.everywhere("viewer")));
    assertThat(regions.get("C1"))
        .containsEntry("sales.region", Set.of("NORTH"))
        .containsOnlyKeys("sales.region", "crm.region", "party.region");
  }

  @Test
  void aModuleIsWhatPermissionsBeginWith() {
    assertThat(roles.modules().keySet())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(roles.permissions().keySet())
                    .anyMatch(permission -> permission.startsWith(name + ".")));
  }

  @Test
  void aModuleThatIsOffLeavesNobodyItsPermissions() {
    Map<String, Set<String>> all = roles.permissions(List.of(Grant.everywhere("admin")));
    Map<String, Set<String>> left = Modules.without(Set.of("crm", "service"), roles).leave(all);
    assertThat(left.get("*")).contains("sales.read", "stock.read", "ledger.read");
    assertThat(left.get("*")).noneMatch(p -> p.startsWith("crm.") || p.startsWith("service."));
    assertThat(Modules.without(Set.of(), roles).leave(all)).isEqualTo(all);
    assertThatThrownBy(() -> Modules.without(Set.of("ledger"), roles))
        .hasMessageContaining("MILLRACE_MODULES_OFF is 'ledger', expected some of [asset, bank");
  }

  @Test
  void refusesARoleWithAPermissionThatIsNotDeclared() {
    Map<String, Object> file =
        Map.of(
            "permissions", Map.of("item.read", "See items"),
            "roles", Map.of("clerk", List.of("item.reed")),
            "conflicts", List.of());
    assertThatThrownBy(() -> Roles.of(file)).hasMessageContaining("'item.reed'");
  }

  @Test
  void aDomainBringsItsPermissionsAndGivesThemToRoles() {
    Map<String, Object> file =
        Map.of(
            "permissions", Map.of("item.read", "See items"),
            "roles", Map.of("admin", List.of("*"), "clerk", List.of("item.read")),
            "conflicts", List.of());
    Map<String, Object> domain =
        Map.of(
            "permissions", Map.of("quality.read", "See inspections", "quality.write", "Inspect"),
            "roles",
                Map.of("everybody", List.of("quality.read"), "clerk", List.of("quality.write")));

    Roles merged = Roles.of(Roles.withDomain(file, domain));

    assertThat(merged.permissionsByRole().get("clerk"))
        .containsExactlyInAnyOrder("item.read", "quality.read", "quality.write");
    assertThat(merged.permissionsByRole().get("admin")).contains("quality.write");
    assertThatThrownBy(
            () ->
                Roles.withDomain(
                    file,
                    Map.of(
                        "permissions", Map.of(), "roles", Map.of("clark", List.of("item.read")))))
        .hasMessageContaining("'clark', which is no role; there are [admin, clerk]");
    Map<String, Object> again =
        Map.of("permissions", Map.of("item.read", "See"), "roles", Map.of());
    assertThatThrownBy(() -> Roles.withDomain(file, again))
        .hasMessageContaining("'item.read' a second time");
  }
}
