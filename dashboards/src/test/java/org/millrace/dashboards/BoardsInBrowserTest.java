package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.browser.Walk;

@Tag("slow")
class BoardsInBrowserTest {
  private static final Walk WALK =
      Walk.to(TestingCockpit.running().address(), Path.of("target/screenshots"));

  @AfterAll
  static void close() {
    WALK.close();
  }

  @Test
  void walksFromLoginToTheInvoiceAndBack() {
    WALK.login("admin", TestingCockpit.running().password());
    WALK.board("management");
    WALK.board("sales");
    WALK.board("planning");
    assertThat(WALK.complaints()).isEmpty();
  }
}
