package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.browser.Walk;

@Tag("slow")
class BoardsInBrowserTest {
  private static final Walk WALK =
      Walk.to(TestingCockpit.running().address(), Path.of("target/screenshots"));

  @BeforeEach
  void login() {
    WALK.width(1400).login("admin", TestingCockpit.running().password());
    WALK.filter("company", "MERIDIAN");
  }

  @AfterAll
  static void close() {
    WALK.close();
  }

  @Test
  void showsThreeBoardsWithoutAComplaintOfTheBrowser() {
    WALK.board("management").board("sales").board("planning");
    assertThat(WALK.complaints()).isEmpty();
  }

  @Test
  void filtersByCountryAndKeepsTheFilterInTheAddress() {
    WALK.board("sales");
    BigDecimal all = WALK.figure("revenue");
    WALK.filter("country", "Germany").picture("sales-germany");
    assertThat(WALK.figure("revenue")).isLessThan(all);
    assertThat(WALK.page().url()).contains("country=Germany", "company=MERIDIAN");
  }

  @Test
  void drillsFromTheFigureToItsRowsAndOneInvoice() {
    WALK.board("management").filter("period", "2011-08");
    BigDecimal revenue = WALK.figure("revenue");
    assertThat(WALK.openRows("revenue")).isEqualByComparingTo(revenue);
    String number = WALK.openInvoice();
    assertThat(WALK.page().textContent("h1")).endsWith(number);
    assertThat(WALK.page().textContent("#balanced")).startsWith("✓");
    assertThat(WALK.complaints()).isEmpty();
  }

  @Test
  void speaksChineseWithTheSameNumbers() {
    WALK.board("management");
    BigDecimal revenue = WALK.figure("revenue");
    WALK.language().drawn().picture("management-chinese");
    assertThat(WALK.page().textContent("h1")).isEqualTo("经营总览");
    assertThat(WALK.figure("revenue")).isEqualByComparingTo(revenue);
    WALK.language();
  }

  @Test
  void fitsAPhoneWithoutScrollingSideways() {
    for (String board : new String[] {"management", "sales", "planning"}) {
      WALK.width(390).board(board).picture(board + "-390");
      assertThat(WALK.overhang()).as(board).isZero();
    }
    WALK.board("sales").openRows("revenue");
    assertThat(WALK.overhang()).isZero();
  }

  @Test
  void turnsDark() {
    WALK.board("sales").theme().picture("sales-dark").theme();
    assertThat(WALK.complaints()).isEmpty();
  }
}
