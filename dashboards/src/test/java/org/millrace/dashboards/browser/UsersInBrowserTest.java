package org.millrace.dashboards.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.TestingCockpit;

/** How an administrator gives roles, and regions with those that show some by them. */
@Tag("slow")
class UsersInBrowserTest {
  private static final TestingCockpit COCKPIT = TestingCockpit.running();
  private static final Walk WALK = Walk.to(COCKPIT.address(), Path.of("target/screenshots"));
  private static final Page PAGE = WALK.page();

  @BeforeEach
  void loginAsAdmin() {
    COCKPIT.tells(
        "/api/roles",
        """
            {"permissions": {}, "roles": [
              {"name": "salesperson-region", "permissions": ["sales.region"], "byRegion": true},
              {"name": "viewer", "permissions": ["sales.read"], "byRegion": false}]}
            """);
    COCKPIT.tells(
        "/api/users",
        """
            {"rows": [{"name": "anna", "roles": ["viewer"], "grants": [{"company": "*",
              "role": "salesperson-region", "regions": ["NORTH", "华东"]}], "active": true,
              "mustChangePassword": false, "secondFactor": false, "version": 4,
              "warnings": []}], "more": false}
            """);
    WALK.startOver().width(1280).login("admin", COCKPIT.password());
    PAGE.click("#users-link");
    PAGE.waitForSelector("#users tbody tr");
  }

  @AfterAll
  static void close() {
    WALK.close();
  }

  @Test
  void showsOfTheWorkOnlyWhatTheRolesOfTheUserOpen() {
    COCKPIT.tells("/api/companies", "[{\"code\": \"MERIDIAN\", \"name\": \"Meridian\"}]");
    assertThat(menuOf("admin")).contains("Sales orders", "+ Sales order", "Journal entries");
    assertThat(menuOf("viewer"))
        .contains("Sales orders")
        .doesNotContain("+ Sales order", "Journal entries");
  }

  private static String menuOf(String user) {
    WALK.startOver().login(user, COCKPIT.password());
    PAGE.navigate(COCKPIT.address().resolve("/work?company=MERIDIAN").toString());
    return PAGE.innerText(".work-menu");
  }

  @Test
  void showsTheRegionsOfAUserAndChangesThem() {
    assertThat(PAGE.textContent("#users [data-user=anna]"))
        .contains("viewer", "salesperson-region · NORTH, 华东");
    PAGE.click("#users [data-user=anna] button");
    Locator regions = PAGE.locator("[data-name=regions]");
    assertThat(regions.nth(0).isVisible()).as("a viewer sees all").isFalse();
    assertThat(regions.nth(1).inputValue()).isEqualTo("NORTH, 华东");
    WALK.picture("user-regions");
    regions.nth(1).fill("WEST，华南");
    Request sent = saved("PUT");
    assertThat(sent.postData())
        .isEqualTo(
            "{\"roles\":[\"viewer\"],\"grants\":[{\"company\":\"*\","
                + "\"role\":\"salesperson-region\",\"regions\":[\"WEST\",\"华南\"]}],"
                + "\"active\":true}");
    assertThat(sent.headerValue("If-Match")).isEqualTo("\"4\"");
  }

  @Test
  void asksForRegionsOnceTheRoleIsByRegion() {
    PAGE.click("#user-add");
    assertThat(PAGE.isVisible("[data-name=regions]")).isFalse();
    PAGE.selectOption("[data-name=role]", "salesperson-region");
    assertThat(PAGE.isVisible("[data-name=regions]")).isTrue();
    PAGE.fill("[data-name=regions]", "NORTH");
    PAGE.fill("#user-name", "ben");
    PAGE.fill("#user-password", "a-password-for-tests");
    assertThat(saved("POST").postData())
        .contains("\"roles\":[]", "\"regions\":[\"NORTH\"]", "\"name\":\"ben\"");
  }

  private static Request saved(String method) {
    return PAGE.waitForRequest(
        request -> request.method().equals(method) && request.url().contains("/api/users"),
        () -> PAGE.click("#user-form [type=submit]"));
  }
}
