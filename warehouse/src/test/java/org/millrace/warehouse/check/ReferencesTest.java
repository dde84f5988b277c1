package org.millrace.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.catalog.Refresh;

@Tag("slow")
class ReferencesTest {
  /** What the tests look at; what these are made from comes with them. */
  private static final List<String> TABLES =
      List.of("silver.sales_invoice_line", "silver.sales_invoice", "silver.journal_line");

  @TempDir private Path folder;
  private TestingLake shop;
  private Builder builder;
  private References references;

  @BeforeEach
  void open() {
    shop = TestingLake.in(folder, TABLES);
    builder = shop.builder();
    references = new References(shop.lake(), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void namesTheItemThatNobodyRegisteredUntilItIs() {
    shop.arrive(TestingEvent.shop(6, 1)); // sells I1 and I2, registers I1
    shop.bringUp(builder);
    assertThat(result("silver.sales_invoice_line", "item-known"))
        .returns(1L, CheckResult::failingRows)
        .returns("[company, item] [SHOP, I2] not in silver.item", CheckResult::sample);

    shop.arrive(List.of(registered("I2", 900)));
    shop.bringUp(builder);
    assertThat(result("silver.sales_invoice_line", "item-known").isPassed()).isTrue();
  }

  @Test
  void keepsAMissingOneInMindWhenLaterRowsAreSound() {
    shop.arrive(TestingEvent.shop(6, 1));
    shop.bringUp(builder);
    result("silver.sales_invoice_line", "item-known");

    shop.arrive(List.of(registered("I3", 901)));
    shop.bringUp(builder);

    assertThat(result("silver.sales_invoice_line", "item-known").failingRows()).isEqualTo(1);
  }

  @Test
  void waitsForATableThatIsBehind() {
    shop.arrive(TestingEvent.shop(6, 1)); // customers C0 to C4, none registered
    builder.mergeNext(Refresh.LIVE, builder.bronzeVersion());
    assertThat(result("silver.sales_invoice", "customer-known").isPassed()).isTrue();

    shop.bringUp(builder); // parties are merged in the batched refresh
    assertThat(result("silver.sales_invoice", "customer-known").failingRows()).isEqualTo(5);
  }

  @Test
  void aMissingValueRefersToNothing() {
    shop.arrive(TestingEvent.shop(6, 1)); // its entries name no party
    shop.bringUp(builder);

    assertThat(result("silver.journal_line", "party-known").isPassed()).isTrue();
    assertThat(result("silver.journal_line", "company-known").failingRows()).isEqualTo(1);
  }

  private CheckResult result(String table, String check) {
    return references.run(builder::bronzeVersion, builder::taken).stream()
        .filter(each -> each.table().equals(table) && each.check().name().equals(check))
        .findFirst()
        .orElseThrow();
  }

  private static TestingEvent registered(String item, long position) {
    String payload =
        "{'code':'%s','name':'Shade','unit':'pcs','kind':'stocked','materials':[]}"
            .formatted(item)
            .replace('\'', '"');
    return new TestingEvent(
        "item.item-registered", "item:SHOP/" + item, 1, "SHOP", position, payload);
  }
}
