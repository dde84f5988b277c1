package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.access.role.Grant;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/** Who may come in, by the roles that were given. */
class UserTest {
  @Test
  void hasAtLeastOneRoleAndANameThatCanBeRead() {
    assertThatThrownBy(() -> user(Set.of(), true))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("The user uta cannot be used: roles is '[]'");
    assertThatThrownBy(
            () -> new User(" ", Set.of(Grant.everywhere("sales")), true, false, new Version(1)))
        .isInstanceOf(Refused.class)
        .hasMessage("The user cannot be used: name is '', expected 1 to 60 printable characters");
  }

  @Test
  void administersWhileActiveAndByTheRoleForAllCompaniesAlone() {
    Set<Grant> admin = Set.of(Grant.everywhere("admin"), Grant.of("BIKES", "sales"));
    assertThat(user(admin, true).administers()).isTrue();
    assertThat(user(admin, false).administers()).isFalse();
    assertThat(user(Set.of(Grant.of("BIKES", "admin")), true).administers()).isFalse();
  }

  /** Each grant is shown in exactly one of two ways. */
  @Test
  void tellsRolesForAllCompaniesByTheirNamesAndTheOthersWithCompanyAndRegions() {
    Grant inNorth = new Grant("*", "sales", Set.of("NORTH"));
    Grant ofBikes = Grant.of("BIKES", "buyer");
    User user = user(Set.of(inNorth, ofBikes, Grant.everywhere("viewer")), true);
    assertThat(user.roles()).containsExactly("viewer");
    assertThat(user.otherGrants()).containsExactlyInAnyOrder(inNorth, ofBikes);
  }

  @Test
  void hasARoleOnceInAllItsRegions() {
    User user =
        user(
            Set.of(
                new Grant("*", "sales", Set.of("NORTH")), new Grant("*", "sales", Set.of("SOUTH"))),
            true);
    assertThat(user.grants()).containsExactly(new Grant("*", "sales", Set.of("NORTH", "SOUTH")));
  }

  private static User user(Set<Grant> grants, boolean isActive) {
    return new User("uta", grants, isActive, false, new Version(1));
  }
}
