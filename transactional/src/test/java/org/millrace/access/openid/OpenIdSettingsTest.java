package org.millrace.access.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.access.role.Grant;

class OpenIdSettingsTest {
  private static final Set<String> ROLES = Set.of("sales", "finance");

  @Test
  void mapValuesOfAClaimToRolesForAllCompaniesOrOne() {
    OpenIdSettings settings =
        OpenIdSettings.of(
            Map.of(
                "issuer", "https://id.example",
                "client", "millrace",
                "roles", Map.of("erp-de", "DE/sales", "erp-books", List.of("finance", "sales"))),
            "openid.yaml",
            ROLES);
    assertThat(settings.grants(List.of("erp-de", "unknown")))
        .containsExactly(Grant.of("DE", "sales"));
    assertThat(settings.grants(List.of("erp-books")))
        .containsExactlyInAnyOrder(Grant.everywhere("finance"), Grant.everywhere("sales"));
    assertThat(settings.claims().user()).isEqualTo("preferred_username");
    assertThat(settings.newUsers()).isEqualTo(OpenIdSettings.NewUsers.REFUSED);
    assertThat(settings.localLogin()).isEqualTo(OpenIdSettings.LocalLogin.EVERYBODY);
  }

  @Test
  void giveARoleInAllRegionsThatAnyValueOfTheClaimGives() {
    OpenIdSettings settings =
        OpenIdSettings.of(
            Map.of(
                "issuer", "https://id.example",
                "client", "millrace",
                "roles",
                    Map.of(
                        "north",
                        Map.of("company", "DE", "role", "sales", "regions", List.of("NORTH")),
                        "west",
                        List.of(
                            Map.of("company", "DE", "role", "sales", "regions", List.of("WEST")),
                            "finance"))),
            "openid.yaml",
            ROLES);
    assertThat(settings.grants(List.of("north", "west")))
        .containsExactly(
            Grant.everywhere("finance"), new Grant("DE", "sales", Set.of("NORTH", "WEST")));
  }

  @Test
  void refuseAllThatIsWrongAtOnce() {
    Map<String, Object> wrong =
        Map.of(
            "isuer", "https://id.example",
            "roles", Map.of("erp", "boss"),
            "create-users", "perhaps",
            "local-login", "nobody");
    assertThatThrownBy(() -> OpenIdSettings.of(wrong, "openid.yaml", ROLES))
        .hasMessageContaining("openid.yaml")
        .hasMessageContaining("isuer")
        .hasMessageContaining("issuer is ''")
        .hasMessageContaining("client is ''")
        .hasMessageContaining("roles is 'boss'")
        .hasMessageContaining("create-users is 'perhaps'")
        .hasMessageContaining("local-login is 'nobody'");
  }
}
