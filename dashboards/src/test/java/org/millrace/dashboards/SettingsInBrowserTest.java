package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.browser.Arrival;
import org.millrace.dashboards.browser.Walk;

/** How a planner sees and sets policies of items and what holds for all plans, in a browser. */
@Tag("slow")
class SettingsInBrowserTest {
  private static final TestingCockpit COCKPIT = TestingCockpit.running();
  private static final Walk WALK = Walk.to(COCKPIT.address(), Path.of("target/screenshots"));
  private static final Arrival ARRIVAL = new Arrival(COCKPIT, WALK);
  private static final Page PAGE = WALK.page();
  private static final String SUPPLY = "/boards/supply?company=MERIDIAN";
  private static final String PLANNING = "/api/companies/MERIDIAN/planning";
  private static final String POLICY = PLANNING + "/item-policies/22107";
  private static final String SETTINGS = PLANNING + "/settings";
  private static final String ITEM = "[data-chart=stock-policy] tbody tr:has(:text-is('22107'))";
  private static final String FIELD_PROBLEM = "[data-field='%s'] .field-problem";

  @BeforeEach
  void loginAsPlanner() {
    COCKPIT.plans().has(POLICY, "");
    COCKPIT.plans().has(SETTINGS, "");
    WALK.startOver().width(1280);
    ARRIVAL.as("planner", SUPPLY);
  }

  @AfterAll
  static void close() {
    WALK.close();
  }

  @Test
  void setsThePolicyOfAnItemThatHasNone() {
    openPolicy();
    assertThat(PAGE.inputValue("#asking-source")).isEqualTo("buy");
    assertThat(PAGE.inputValue("#asking-lotRule")).isEqualTo("lot-for-lot");
    assertThat(PAGE.isVisible("#asking-lotQuantity")).isFalse();
    PAGE.selectOption("#asking-lotRule", "minimum");
    PAGE.fill("#asking-lotQuantity", "120");
    PAGE.fill("#asking-lotMultiple", "50");
    PAGE.fill("#asking-supplier", "S-7");
    WALK.picture("supply-policy");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(ITEM + " .outcome");
    assertThat(PAGE.textContent(ITEM + " .outcome")).contains("policy set");
    assertThat(last().seen()).isEqualTo("\"0\"");
    assertThat(last().body())
        .isEqualTo(
            "{\"source\":\"buy\",\"supplier\":\"S-7\",\"lotRule\":\"minimum\","
                + "\"lotQuantity\":\"120\",\"lotMultiple\":\"50\"}");
    assertThat(WALK.complaints()).allMatch(complaint -> complaint.contains("404"));
  }

  @Test
  void changesOneFigureOfAPolicyAndKeepsAllOthers() {
    COCKPIT
        .plans()
        .has(
            POLICY,
            "{\"item\":\"22107\",\"source\":\"buy\",\"leadDays\":10,\"lotRule\":\"multiple\","
                + "\"lotQuantity\":50,\"serviceLevel\":0.95,\"supplier\":\"S-1\","
                + "\"unitPrice\":12.5,\"currency\":\"GBP\"}");
    openPolicy();
    assertThat(PAGE.inputValue("#asking-lotQuantity")).isEqualTo("50");
    assertThat(PAGE.inputValue("#asking-unitPrice")).isEqualTo("12.5");
    assertThat(PAGE.inputValue("#asking-serviceLevel")).isEqualTo("95");
    PAGE.fill("#asking-unitPrice", "13,25");
    PAGE.fill("#asking-lotQuantity", "1,050");
    PAGE.fill("#asking-leadDays", "2.5");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(FIELD_PROBLEM.formatted("leadDays") + ":not(:empty)");
    assertThat(PAGE.textContent(FIELD_PROBLEM.formatted("leadDays"))).contains("whole number");
    PAGE.fill("#asking-leadDays", "12");
    PAGE.keyboard().press("Enter");
    PAGE.waitForSelector(ITEM + " .outcome");
    assertThat(last().seen()).isEqualTo("\"1\"");
    assertThat(last().body())
        .contains("\"item\":\"22107\"", "\"currency\":\"GBP\"", "\"leadDays\":\"12\"")
        .contains(
            "\"lotQuantity\":\"1050\"", "\"serviceLevel\":\"0.95\"", "\"unitPrice\":\"13.25\"");
    openPolicy();
    PAGE.selectOption("#asking-lotRule", "lot-for-lot");
    PAGE.fill("#asking-supplier", "");
    PAGE.click("#asking-act");
    PAGE.waitForCondition(() -> PAGE.querySelectorAll("dialog").isEmpty());
    assertThat(last().body()).doesNotContain("lotQuantity", "supplier").contains("unitPrice");
  }

  @Test
  void saysAtTheFieldWhatTheCoreRefuses() {
    openPolicy();
    PAGE.fill("#asking-leadDays", "long");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(FIELD_PROBLEM.formatted("leadDays") + ":not(:empty)");
    assertThat(PAGE.textContent(".problem")).contains("Not a number", "Lead time");
    COCKPIT
        .plans()
        .refuseOnce(
            POLICY,
            "{\"field\":\"serviceLevel\",\"value\":\"95\","
                + "\"expected\":\"a fraction such as 0.95\"},"
                + "{\"field\":\"item\",\"value\":\"22107\",\"expected\":\"kept in stock\"}");
    PAGE.fill("#asking-leadDays", "7");
    PAGE.fill("#asking-serviceLevel", "9500");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(FIELD_PROBLEM.formatted("serviceLevel") + ":not(:empty)");
    WALK.picture("supply-policy-refused");
    assertThat(PAGE.textContent(FIELD_PROBLEM.formatted("serviceLevel")))
        .isEqualTo("a fraction such as 0.95");
    assertThat(PAGE.getAttribute("#asking-serviceLevel", "aria-invalid")).isEqualTo("true");
    assertThat(PAGE.textContent(FIELD_PROBLEM.formatted("leadDays"))).isEmpty();
    assertThat(PAGE.textContent(".problem")).contains("Invalid input", "item = 22107: kept in");
    assertThat((String) PAGE.evaluate("() => document.activeElement.id"))
        .isEqualTo("asking-serviceLevel");
    COCKPIT.plans().has(POLICY, "{\"source\":\"make\"}");
    PAGE.fill("#asking-serviceLevel", "95");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(".problem:has-text('Changed meanwhile')");
    assertThat(PAGE.inputValue("#asking-leadDays")).isEqualTo("7");
    PAGE.keyboard().press("Escape");
  }

  @Test
  void setsWhatHoldsForAllPlansOfTheCompany() {
    PAGE.focus("#do-planning-settings");
    PAGE.keyboard().press("Enter");
    PAGE.waitForSelector("dialog[open]");
    assertThat(PAGE.inputValue("#asking-frozenDays")).isEqualTo("0");
    assertThat(PAGE.inputValue("#asking-serviceLevels-c-z")).isEqualTo("90");
    assertThat(PAGE.querySelectorAll("#asking-workingDays :checked")).hasSize(5);
    PAGE.fill("#asking-frozenDays", "14");
    PAGE.uncheck("#asking-workingDays-friday");
    PAGE.fill("#asking-holidays", "25 December");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(FIELD_PROBLEM.formatted("holidays") + ":not(:empty)");
    assertThat(PAGE.textContent(FIELD_PROBLEM.formatted("holidays")))
        .contains("25 December: a date such as 2026-12-25");
    PAGE.fill("#asking-holidays", "2026-12-25 Christmas\n\n2026-05-01");
    WALK.picture("supply-settings");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(".board-commands .outcome");
    assertThat(PAGE.textContent(".board-commands")).contains("set, frozen zone 14 days");
    assertThat(last().body())
        .contains("\"frozenDays\":\"14\"", "[\"monday\",\"tuesday\",\"wednesday\",\"thursday\"]")
        .contains("[{\"date\":\"2026-12-25\",\"name\":\"Christmas\"},{\"date\":\"2026-05-01\"}]")
        .contains("\"c\":{\"x\":\"0.95\",\"y\":\"0.92\",\"z\":\"0.9\"}");
    PAGE.click("#do-planning-settings");
    PAGE.waitForSelector("dialog[open]");
    assertThat(PAGE.inputValue("#asking-holidays")).isEqualTo("2026-12-25 Christmas\n2026-05-01");
    PAGE.keyboard().press("Escape");
    assertThat(WALK.complaints()).isEmpty();
  }

  @Test
  void fitsAPhoneInChinese() {
    WALK.language().width(390);
    for (String button : List.of(ITEM + " [data-command=set-policy]", "#do-planning-settings")) {
      PAGE.click(button);
      PAGE.waitForSelector("dialog[open]");
      assertThat(WALK.overhang()).isZero();
      assertThat(PAGE.evaluate("() => document.querySelector('dialog').scrollWidth"))
          .isEqualTo(PAGE.evaluate("() => document.querySelector('dialog').clientWidth"));
      WALK.picture(button.startsWith("#") ? "supply-settings-390" : "supply-policy-390");
      PAGE.keyboard().press("Escape");
      PAGE.waitForCondition(() -> PAGE.querySelectorAll("dialog").isEmpty());
    }
    WALK.width(1280).language();
  }

  @Test
  void offersNoSettingToWhoMayOnlyRead() {
    WALK.startOver().login("viewer", COCKPIT.password()).board("supply");
    assertThat(PAGE.querySelectorAll("[data-command]")).isEmpty();
  }

  private static void openPolicy() {
    PAGE.click(ITEM + " [data-command=set-policy]");
    PAGE.waitForSelector("dialog[open]");
  }

  /** What was written last; what is read again beside it does not count. */
  private static TestingPlans.Request last() {
    List<TestingPlans.Request> written =
        COCKPIT.plans().requests().stream()
            .filter(request -> !request.method().equals("GET"))
            .toList();
    return written.get(written.size() - 1);
  }
}
