package org.millrace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Who has the password of the core has not the books. */
class OwnedTablesTest {
  private static final String ENTRY =
      """
      {"text": "Rent", "occurredAt": "2026-01-15T10:00:00Z", "lines": [
        {"account": "6000", "debit": 10}, {"account": "1000", "credit": 10}]}
      """;
  private static final String HEAD =
      """
      insert into ledger.entry(company, number, posting_date, currency, rule, text,
        document_domain, document_type, document_number, actor)
      values ('${company}', 900, '%s', 'GBP', 'manual', 'x', 'a', 'b', 'c', 'd')
      """;
  private static final String LINES =
      """
      insert into ledger.line(company, entry, line, account, debit, credit) values
        ('${company}', %1$d, 8, '6000', 5, 0), ('${company}', %1$d, 9, '1000', 0, 5)
      """;

  private final TestingCore core = TestingCore.running();
  private final JdbcTemplate owner = new JdbcTemplate(core.ownersDatabase());
  private CompanyCode company;

  @BeforeEach
  void closesAMonth() {
    company = core.newCompany();
    String ledger = "/api/companies/" + company + "/ledger";
    core.post(ledger + "/entries", ENTRY).expecting(201);
    core.post(ledger + "/periods/2026-01/close", "").expecting(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.entry set text = 'x'",
        "delete from ledger.entry",
        "truncate ledger.entry cascade",
        "update ledger.line set debit = debit",
        "delete from ledger.line",
        "delete from ledger.period",
        "truncate ledger.period",
        "update ledger.period set month = '2020-01-01'",
        "insert into ledger.account values ('9999', 'Mine', 'asset', false)",
        "update ledger.account set control = false",
        "update outbox.event set payload = '{}'",
        "delete from outbox.event",
        "truncate outbox.event",
        "delete from ledger.schema_history",
        "alter table ledger.line disable trigger all",
        "drop trigger balanced on ledger.line",
        "drop trigger never_changed on outbox.event",
        "create or replace function ledger.refuse_change() returns trigger language plpgsql"
            + " as $$ begin return null; end $$",
        "create trigger mine after insert on ledger.line execute function ledger.refuse_change()",
        "alter table ledger.entry alter column tx drop default",
        "drop table sales.sales_order",
        "alter table sales.sales_order add column mine text",
        "create table sales.mine (x int)",
        "create schema mine",
        "set session_replication_role = replica",
        "set role core_owner",
      })
  void theCoreItselfMayNot(String statement) {
    assertThatThrownBy(() -> asCore(statement))
        .hasStackTraceContaining("SQLException")
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from ledger.period",
        "truncate ledger.period",
        "update ledger.period set month = '2020-01-01'",
        "update outbox.event set payload = '{}'",
        "delete from outbox.event",
        "truncate outbox.event",
      })
  void noOtherRoleMayEitherWhileTheGuardsStand(String statement) {
    assertThatThrownBy(() -> owner.execute(statement))
        .rootCause()
        .hasMessageMatching("(?s).*(keeps its row|are never changed).*");
  }

  @Test
  void nothingIsAddedToWhatWasPostedBefore() {
    assertThatThrownBy(() -> asCore(LINES.formatted(1)))
        .hasStackTraceContaining("Entry 1 of " + company + " was posted before");
    assertThatThrownBy(() -> asCore(LINES.formatted(1), HEAD.formatted("2026-02-01")))
        .hasStackTraceContaining("Entry 1 of " + company + " was posted before");
  }

  @Test
  void anEntryAndItsLinesComeInOneTransactionOfAnOpenMonth() {
    asCore(HEAD.formatted("2026-02-01"), "savepoint inner_one", LINES.formatted(900));
    assertThat(entries()).isEqualTo(2);
    assertThatThrownBy(() -> asCore(HEAD.replace("900", "902").formatted("2026-01-31")))
        .hasStackTraceContaining("is dated 2026-01-31 in a closed month");
    String forged =
        HEAD.replace("actor)", "actor, tx)").replace("'d')", "'d', '1')").replace("900", "901");
    assertThatThrownBy(() -> asCore(forged.formatted("2026-02-01")))
        .hasStackTraceContaining("tells another transaction than its own");
  }

  @Test
  void linesAreRefusedWhereTheMonthWasClosedSinceItsEntry() {
    String close =
        "insert into ledger.period(company, month, closed_by) values ('${company}', '2026-02-01',"
            + " 'x')";
    assertThatThrownBy(() -> asCore(HEAD.formatted("2026-02-01"), close, LINES.formatted(900)))
        .hasStackTraceContaining("Entry 900 of " + company + " is dated 2026-02-01 in a closed");
  }

  /** All in one transaction, as whoever has the password of the core would. */
  private void asCore(String... statements) {
    String url = owner.execute((java.sql.Connection c) -> c.getMetaData().getURL());
    SingleConnectionDataSource one = new SingleConnectionDataSource(url, "core", "", false);
    try {
      one.setAutoCommit(false);
      JdbcTemplate jdbc = new JdbcTemplate(one);
      for (String statement : statements) {
        jdbc.execute(statement.replace("${company}", company.value()));
      }
      jdbc.execute("commit");
    } finally {
      one.destroy();
    }
  }

  private Integer entries() {
    return owner.queryForObject(
        "select count(*) from ledger.entry where company = ?", Integer.class, company.value());
  }
}
