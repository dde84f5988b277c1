package org.millrace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.demo.DemoCompany;

/** Three months of the demo company on a real core; the whole year runs in the whole-way test. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.MethodName.class)
class DemoCompanyTest {
  private static final LocalDate END = LocalDate.now(ZoneOffset.UTC);
  @TempDir private static Path folder;
  private static TestingInstance instance;
  private static int posted;

  @BeforeAll
  static void postThreeMonths() {
    instance = new TestingInstance(folder);
    posted = run(END);
  }

  @AfterAll
  static void end() {
    instance.close();
  }

  @Test
  void balancesTheBooksAndReconcilesThemWithTheDocuments() {
    assertThat(posted).isGreaterThan(600);
    assertThat(number("select sum(debit) - sum(credit) from ledger.line")).isZero();
    assertThat(balance("1200")).isEqualTo(number("select sum(value_amount) from stock.valuation"));
    assertThat(balance("2000"))
        .isEqualTo(number("select sum(paid_amount - net_amount) from purchasing.supplier_invoice"));
    assertThat(balance("1250"))
        .isEqualTo(number("select sum(material_cost - completed_cost) from production.work_order"));
  }

  @Test
  void worksOnTablesThatTheCoreOnceOwned() throws Exception {
    instance.startAsOnceOwnedByCore();
    String owned = "select count(*) from pg_class where relowner = '%s'::regrole";
    assertThat(number(owned.formatted("core"))).isZero();
    assertThat(number(owned.formatted("core_owner"))).isGreaterThan(100);
    assertThat(number("select has_table_privilege('ledger.entry', 'delete')::int")).isZero();
    assertThat(run(END)).as("what was posted is answered again").isEqualTo(posted);
  }

  @Test
  void neverTakesMoreThanLiesInStock() {
    assertThat(number("select count(*) from stock.balance where on_hand < 0")).isZero();
    assertThat(number("select count(*) from stock.movement where quantity <> 0")).isPositive();
  }

  @Test
  void changesNothingTheSecondTime() {
    double events = number("select count(*) from outbox.event");
    assertThat(run(END)).isEqualTo(posted);
    assertThat(number("select count(*) from outbox.event")).isEqualTo(events);
  }

  @Test
  void usesEveryDomain() {
    assertThat(number("select count(distinct domain) from outbox.event")).isEqualTo(10);
  }

  private static int run(LocalDate until) {
    return DemoCompany.post(
        "--core-url", instance.coreUrl(),
        "--secrets", instance.secrets().toString(),
        "--since", END.minusMonths(3).toString(),
        "--until", until.toString());
  }

  private static double balance(String account) {
    return number("select sum(debit - credit) from ledger.line where account = '" + account + "'");
  }

  private static double number(String query) {
    return Double.parseDouble(instance.value(query));
  }
}
