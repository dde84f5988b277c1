package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.browser.Arrival;
import org.millrace.dashboards.browser.Walk;

/** How a planner decides on several proposals at once, in a real browser. */
@Tag("slow")
class ManyRowsInBrowserTest {
  private static final TestingCockpit COCKPIT = TestingCockpit.running();
  private static final Walk WALK = Walk.to(COCKPIT.address(), Path.of("target/screenshots"));
  private static final Arrival ARRIVAL = new Arrival(COCKPIT, WALK);
  private static final Page PAGE = WALK.page();
  private static final String SUPPLY = "/boards/supply?company=MERIDIAN";
  private static final String TABLE = "[data-chart=proposals]";

  @BeforeEach
  void loginAsPlanner() {
    WALK.startOver().width(1360);
    ARRIVAL.as("planner", SUPPLY);
  }

  @AfterAll
  static void close() {
    WALK.close();
  }

  @Test
  void approvesTheSelectedRowsAndTellsOfEachWhatBecameOfIt() {
    COCKPIT.plans().decidedBefore("P-23");
    COCKPIT.plans().withoutPrice("P-24");
    select("P-21");
    PAGE.click(box("P-24"), new Page.ClickOptions().setModifiers(shift()));
    assertThat(count()).isEqualTo("3 selected");
    select("P-22");
    assertThat(count()).isEqualTo("4 selected");
    PAGE.click("[data-many=approve-purchase]");
    WALK.picture("supply-many-asked");
    assertThat(PAGE.textContent(".asking"))
        .contains("Approve: 4 selected", "Total value: 975.00 GBP · 1 without a known value")
        .contains("2 × This places the purchase order.", "2 × This releases the work order.");
    PAGE.fill("#asking-note", "As planned");
    PAGE.click("#asking-act");
    waitForCount("2 done, 2 refused");
    WALK.picture("supply-many-done");
    assertThat(PAGE.textContent(row("P-21") + " a.outcome")).contains("approved, PO-17");
    assertThat(PAGE.textContent(row("P-22") + " a.outcome")).contains("approved, PO-17");
    assertThat(PAGE.textContent(row("P-23") + " .outcome"))
        .contains("P-23 was approved: see PO-17");
    assertThat(PAGE.textContent(row("P-24") + " .outcome"))
        .contains("Proposal P-24 cannot be approved; unitPrice: a price: never ordered");
    assertThat(sentFor("P-2[1-4]"))
        .extracting(TestingPlans.Request::body)
        .containsExactlyInAnyOrder(
            "{\"quantity\":\"125\",\"note\":\"As planned\"}",
            "{\"quantity\":\"130\",\"note\":\"As planned\"}",
            "{\"quantity\":\"135\",\"note\":\"As planned\"}",
            "{\"quantity\":\"140\",\"note\":\"As planned\"}");
    assertThat(sentFor("P-2[1-4]")).extracting(TestingPlans.Request::key).doesNotHaveDuplicates();
    assertThat(PAGE.isVisible(box("P-21"))).isFalse();
    assertThat(PAGE.isChecked(box("P-24"))).isTrue();
    assertThat(WALK.complaints()).allMatch(each -> each.contains("status of 4"));
  }

  @Test
  void showsTheLateOnesFirstWithNameSupplierAndValue() {
    assertThat(PAGE.textContent(TABLE + " tbody tr:first-child"))
        .contains("P-22", "HAND WARMER 22", "Supplier 22", "325.00", "GBP", "yes");
  }

  @Test
  void selectsAllRowsShownAndForgetsThoseThatTheSearchHides() {
    PAGE.click("#select-all-proposals");
    int all = PAGE.querySelectorAll(TABLE + " tbody input:checked").size();
    assertThat(all).isGreaterThan(2);
    assertThat(count()).isEqualTo(all + " selected");
    PAGE.fill("#find-proposals", "HAND WARMER 28");
    waitForCount("1 selected");
    PAGE.fill("#find-proposals", "");
    PAGE.waitForCondition(() -> PAGE.querySelectorAll(TABLE + " tbody input").size() >= all);
    assertThat(count()).isEqualTo("1 selected");
    assertThat((Boolean) PAGE.evalOnSelector("#select-all-proposals", "box => box.indeterminate"))
        .isTrue();
  }

  @Test
  void keepsTheSelectionWhenTheMartChangesAndWorksWithTheKeyboard() throws SQLException {
    PAGE.focus(box("P-27"));
    PAGE.keyboard().press("Space");
    PAGE.keyboard().press("ArrowDown");
    PAGE.keyboard().press("Space");
    assertThat(count()).isEqualTo("2 selected");
    ElementHandle before = PAGE.querySelector(box("P-27"));
    COCKPIT.mart().publish();
    PAGE.waitForCondition(() -> !(Boolean) before.evaluate("box => box.isConnected"));
    assertThat(count()).isEqualTo("2 selected");
    assertThat(PAGE.isChecked(box("P-28"))).isTrue();
    assertThat((String) PAGE.evaluate("() => document.activeElement.id")).contains("P-28");
  }

  @Test
  void stopsWhenToldAndLeavesTheRestSelected() {
    CountDownLatch answer = COCKPIT.plans().held("P-25");
    List.of("P-25", "P-26", "P-27").forEach(ManyRowsInBrowserTest::select);
    PAGE.click("[data-many=reject]");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(".problem strong");
    PAGE.fill("#asking-note", "Too early");
    PAGE.click("#asking-act");
    waitForCount("0 of 3");
    assertThat(PAGE.isDisabled(box("P-26"))).isTrue();
    PAGE.keyboard().press("Enter");
    answer.countDown();
    waitForCount("1 done, 0 refused · 2 not sent");
    assertThat(sentFor("P-2[5-7]")).extracting(TestingPlans.Request::path).hasSize(1);
    assertThat(PAGE.textContent(row("P-25") + " .outcome")).contains("rejected");
    assertThat(PAGE.isChecked(box("P-26"))).isTrue();
  }

  @Test
  void stopsWhenTheCoreIsUnavailableAndSendsTheSameAgainUnderTheSameKey() {
    COCKPIT.plans().awayOnce("P-28");
    List.of("P-28", "P-29").forEach(ManyRowsInBrowserTest::select);
    approve();
    waitForCount("0 done, 0 refused · 2 not sent");
    assertThat(PAGE.textContent(row("P-28") + " .outcome")).contains("does not answer");
    approve();
    waitForCount("2 done, 0 refused");
    assertThat(sentFor("P-28"))
        .hasSize(2)
        .extracting(TestingPlans.Request::key)
        .containsOnly(sentFor("P-28").get(0).key());
    assertThat(sentFor("P-29")).hasSize(1);
  }

  @Test
  void offersNoBoxesToWhoMayOnlyRead() {
    WALK.startOver().login("viewer", COCKPIT.password()).board("supply");
    assertThat(PAGE.querySelectorAll(TABLE + " tbody tr")).isNotEmpty();
    assertThat(PAGE.querySelectorAll(TABLE + " input[type=checkbox]")).isEmpty();
  }

  @Test
  void fitsAPhoneAndSpeaksChinese() {
    select("P-6");
    WALK.language().drawn();
    assertThat(count()).isEqualTo("已选 1 行");
    WALK.picture("supply-many-chinese").width(390);
    assertThat(WALK.overhang()).isZero();
    PAGE.click("[data-many=approve-purchase]");
    assertThat(PAGE.textContent(".asking")).contains("批准: 已选 1 行", "总价值: 125.00 GBP");
    WALK.picture("supply-many-390");
    PAGE.keyboard().press("Escape");
    WALK.language();
    assertThat(WALK.complaints()).isEmpty();
  }

  private static void approve() {
    PAGE.click("[data-many=approve-purchase]");
    PAGE.click("#asking-act");
  }

  private static List<KeyboardModifier> shift() {
    return List.of(KeyboardModifier.SHIFT);
  }

  private static String count() {
    return PAGE.textContent(TABLE + " .selection-count");
  }

  private static void waitForCount(String text) {
    PAGE.waitForSelector(TABLE + " .selection-count:text-is('" + text + "')");
  }

  private static String row(String proposal) {
    return TABLE + " tbody tr:has(:text-is('" + proposal + "'))";
  }

  private static String box(String proposal) {
    return row(proposal) + " input[type=checkbox]";
  }

  /** Clicks until the box is checked: a busy browser may lose the first click on a new page. */
  private static void select(String proposal) {
    PAGE.waitForCondition(
        () -> {
          if (!PAGE.isChecked(box(proposal))) {
            PAGE.click(box(proposal));
          }
          return PAGE.isChecked(box(proposal));
        });
  }

  private static List<TestingPlans.Request> sentFor(String proposals) {
    return COCKPIT.plans().requests().stream()
        .filter(request -> request.path().matches(".*/proposals/" + proposals + "/.*"))
        .toList();
  }
}
