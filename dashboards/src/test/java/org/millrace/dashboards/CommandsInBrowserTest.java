package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.browser.Arrival;
import org.millrace.dashboards.browser.Walk;

/** What a planner does on the boards, in a real browser. */
@Tag("slow")
class CommandsInBrowserTest {
  private static final TestingCockpit COCKPIT = TestingCockpit.running();
  private static final Walk WALK = Walk.to(COCKPIT.address(), Path.of("target/screenshots"));
  private static final Arrival ARRIVAL = new Arrival(COCKPIT, WALK);
  private static final Page PAGE = WALK.page();
  private static final String SUPPLY = "/boards/supply?company=MERIDIAN";

  @BeforeEach
  void loginAsPlanner() {
    WALK.startOver().width(1280);
    ARRIVAL.as("planner", SUPPLY);
  }

  @AfterAll
  static void close() {
    WALK.close();
  }

  @Test
  void approvesAProposalAndShowsTheOrderAtOnceAndAfterTheMartChanged() throws SQLException {
    PAGE.click(row("P-1") + " [data-command^=approve]");
    assertThat(PAGE.inputValue("#asking-quantity")).isEqualTo("25");
    PAGE.fill("#asking-quantity", "30");
    WALK.picture("supply-approve");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(row("P-1") + " a.outcome");
    WALK.picture("supply-approved");
    assertThat(PAGE.textContent(row("P-1") + " .outcome")).contains("approved, PO-17");
    assertThat(PAGE.getAttribute(row("P-1") + " a.outcome", "href"))
        .contains("/work/purchasing/order/of/PO-17");
    assertThat(PAGE.querySelectorAll(row("P-1") + " button")).isEmpty();
    TestingPlans.Request sent = last();
    assertThat(sent.path()).isEqualTo("/api/companies/MERIDIAN/planning/proposals/P-1/approve");
    assertThat(sent.body()).isEqualTo("{\"quantity\":\"30\"}");
    assertThat(sent.authorization()).startsWith("Bearer ");
    COCKPIT
        .mart()
        .run(
            "update mart.proposal set state = 'approved', document_type = 'purchase-order',"
                + " document_number = 'PO-17' where company = 'MERIDIAN' and proposal = 'P-1'");
    COCKPIT.mart().publish();
    PAGE.waitForSelector(row("P-1") + ":not(:has(.outcome)) a:text-is('PO-17')");
    assertThat(WALK.complaints()).isEmpty();
  }

  @Test
  void asksOnceMoreWhatTheCoreWantsConfirmed() {
    COCKPIT.plans().unusual("P-5");
    PAGE.click(row("P-5") + " [data-command^=approve]");
    PAGE.fill("#asking-quantity", "4000");
    PAGE.click("#asking-act");
    PAGE.waitForSelector("dialog.again");
    WALK.picture("supply-confirm");
    assertThat(PAGE.textContent("dialog.again")).contains("Is a quantity of 4000 meant?");
    assertThat(last().body()).isEqualTo("{\"quantity\":\"4000\"}");
    PAGE.click("#again-not");
    PAGE.waitForSelector(".problem strong");
    assertThat(PAGE.inputValue("#asking-quantity")).isEqualTo("4000");
    String first = last().key();
    PAGE.click("#asking-act");
    PAGE.click("#again-act");
    PAGE.waitForSelector(row("P-5") + " a.outcome");
    assertThat(last().body()).isEqualTo("{\"quantity\":\"4000\",\"confirmed\":true}");
    assertThat(last().key())
        .as("another command than the one that was refused")
        .isNotEqualTo(first);
    assertThat(PAGE.querySelectorAll("dialog")).isEmpty();
    assertThat(WALK.complaints()).noneMatch(told -> !told.contains("409"));
  }

  @Test
  void saysInWordsWhyTheCoreRefusesAndKeepsWhatWasTyped() {
    COCKPIT.plans().decidedBefore("P-2");
    PAGE.click(row("P-2") + " [data-command=reject]");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(".problem strong");
    assertThat(PAGE.textContent(".problem")).contains("Something is missing", "Why");
    PAGE.fill("#asking-note", "Too early");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(".problem li");
    WALK.picture("supply-refused");
    assertThat(PAGE.textContent(".problem"))
        .contains("Conflict", "P-2 was approved: see PO-17", "an open proposal");
    assertThat(PAGE.inputValue("#asking-note")).isEqualTo("Too early");
    PAGE.keyboard().press("Escape");
    PAGE.waitForCondition(() -> PAGE.querySelectorAll("dialog").isEmpty());
    assertThat(PAGE.querySelectorAll(row("P-2") + " button")).hasSize(3);
  }

  @Test
  void worksWithTheKeyboardAlone() {
    PAGE.focus(row("P-3") + " [data-command^=approve]");
    PAGE.keyboard().press("Enter");
    PAGE.waitForSelector("dialog[open]");
    PAGE.keyboard().press("Enter");
    PAGE.waitForSelector(row("P-3") + " .outcome");
    assertThat((String) PAGE.evaluate("() => document.activeElement.className"))
        .isEqualTo("outcome");
  }

  @Test
  void offersNothingToWhoMayOnlyRead() {
    WALK.startOver().login("viewer", COCKPIT.password()).board("supply");
    assertThat(PAGE.querySelectorAll("[data-chart=proposals] tbody tr")).isNotEmpty();
    assertThat(PAGE.querySelectorAll("[data-command]")).isEmpty();
  }

  @Test
  void overridesTheForecastOfAWeekWithANote() {
    WALK.board("planning");
    WALK.pick("exceptions", "22102");
    COCKPIT.tells(
        "/api/companies/MERIDIAN/items/22102", "{\"code\": \"22102\", \"unit\": \"pcs\"}");
    String week = "[data-chart=forecast-parts] tbody tr >> nth=1";
    PAGE.click(week + " >> [data-command=override]");
    assertThat(PAGE.inputValue("#asking-quantity")).matches("\\d+");
    PAGE.fill("#asking-quantity", "many");
    PAGE.fill("#asking-note", "Fair in Leeds");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(".problem strong");
    assertThat(PAGE.textContent(".problem")).contains("Not a number");
    PAGE.fill("#asking-quantity", "120");
    PAGE.click("#asking-act");
    PAGE.waitForSelector("[data-chart=forecast-parts] .outcome");
    WALK.picture("planning-overridden");
    assertThat(PAGE.textContent("[data-chart=forecast-parts] .outcome"))
        .contains("overridden: 120");
    assertThat(last().method()).isEqualTo("PUT");
    assertThat(last().body())
        .isEqualTo(
            "{\"item\":\"22102\",\"period\":\"2011-09-12\",\"quantity\":\"120\","
                + "\"note\":\"Fair in Leeds\"}");
    assertThat(PAGE.textContent("[data-chart=overrides]"))
        .contains("Fair in Birmingham")
        .doesNotContain("Mistaken");
  }

  @Test
  void overridesSeveralWeeksByAPercentageAndShowsBeforeWhatTheyBecome() {
    WALK.board("planning");
    WALK.pick("exceptions", "22102");
    COCKPIT.tells(
        "/api/companies/MERIDIAN/items/22102", "{\"code\": \"22102\", \"unit\": \"pcs\"}");
    String weeks = "[data-chart=forecast-parts] ";
    PAGE.click(weeks + "tbody td.select input >> nth=1");
    PAGE.click(weeks + "tbody td.select input >> nth=2");
    PAGE.click(weeks + "[data-many=override]");
    PAGE.fill("#asking-change", "-120");
    assertThat(PAGE.querySelectorAll(".asking-preview tr")).isEmpty();
    PAGE.fill("#asking-change", "+50");
    List<String> foreseen =
        PAGE.querySelectorAll(".asking-preview td.number").stream()
            .map(cell -> cell.textContent())
            .toList();
    WALK.picture("planning-override-many");
    assertThat(foreseen).hasSize(2).allMatch(text -> text.matches("[\\d.,]+ → [\\d,]+"));
    PAGE.fill("#asking-note", "Fair in Leeds");
    PAGE.click("#asking-act");
    PAGE.waitForCondition(
        () -> PAGE.textContent(weeks + ".selection-count").contains("2 done, 0 refused"));
    String[] last = foreseen.get(1).replace(",", "").split(" → ");
    assertThat(Double.parseDouble(last[1]))
        .isCloseTo(Double.parseDouble(last[0]) * 1.5, within(1d));
    assertThat(last().method()).isEqualTo("PUT");
    assertThat(last().body())
        .isEqualTo(
            "{\"item\":\"22102\",\"period\":\"2011-09-19\",\"quantity\":\"%s\",".formatted(last[1])
                + "\"note\":\"Fair in Leeds\"}");
  }

  @Test
  void movesAnOrderToTheDayThatThePlanNeeds() {
    WALK.startOver();
    ARRIVAL.as("admin", SUPPLY);
    COCKPIT.tells(
        "/api/companies/MERIDIAN/purchasing/orders/PO-3",
        """
        {"number": "PO-3", "supplier": {"code": "S-1", "name": "Lamps Ltd"}, "status": "placed",
         "promisedDate": "2011-09-17", "netAmount": 50, "lines": [
          {"line": 1, "item": "22102", "itemName": "HAND WARMER", "quantity": 20,
           "receivedQuantity": 0, "unitPrice": 2.5}]}
        """);
    String message = "[data-chart=messages] tbody tr:has(:text-is('PO-3'))";
    assertThat(PAGE.getAttribute(message + " a:text-is('PO-3')", "href"))
        .contains("/work/purchasing/order/of/PO-3");
    assertThat(PAGE.textContent(message + " button")).isEqualTo("Move to 12 Sept 2011");
    PAGE.click(message + " button");
    PAGE.click("#asking-act");
    PAGE.waitForSelector(message + " .outcome");
    assertThat(PAGE.textContent(message + " .outcome")).contains("moved to 2011-09-12");
    assertThat(last().method()).isEqualTo("PUT");
    assertThat(last().body())
        .isEqualTo(
            "{\"supplier\":\"S-1\","
                + "\"lines\":[{\"item\":\"22102\",\"quantity\":20,\"unitPrice\":2.5}],"
                + "\"promisedDate\":\"2011-09-12\"}");
    assertThat(PAGE.querySelectorAll("[data-chart=messages] [data-command]")).isEmpty();
  }

  @Test
  void fitsAPhoneInChineseAndInTheDark() {
    for (String board : List.of("planning", "supply")) {
      WALK.width(390).board(board);
      assertThat(WALK.overhang()).as(board).isZero();
    }
    PAGE.click(row("P-4") + " [data-command^=approve]");
    WALK.picture("supply-approve-390");
    assertThat(WALK.overhang()).isZero();
    PAGE.keyboard().press("Escape");
    WALK.width(1280).language().drawn().picture("supply-chinese").theme();
    WALK.picture("supply-chinese-dark").board("planning").picture("planning-chinese-dark");
    WALK.theme().language();
    assertThat(WALK.complaints()).isEmpty();
  }

  private static String row(String proposal) {
    return "[data-chart=proposals] tbody tr:has(:text-is('" + proposal + "'))";
  }

  private static TestingPlans.Request last() {
    List<TestingPlans.Request> requests = COCKPIT.plans().requests();
    return requests.get(requests.size() - 1);
  }
}
