package org.millrace.dashboards.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandFilesTest {
  private static final String INVOICES =
      """
      title: {en: Invoices, zh: 发票}
      type: table
      table: sales_invoice
      where: {currency: GBP}
      columns:
        - {column: number, name: {en: Number, zh: 编号}}
        - {column: net_amount, name: {en: Net, zh: 净额}, unit: money, mark: {above: 1000}}
      commands:
        - name: remind
          label: {en: Remind, zh: 催款}
          method: post
          path: /api/companies/{company}/sales/invoices/{number}/remind
          send: {month: month}
          ask:
            - {key: note, label: {en: Note, zh: 备注}, kind: text, need: optional}
            - {key: amount, label: {en: Amount, zh: 金额}, kind: money, from: net_amount}
          many: {ask: [note], total: {column: net_amount, currency: currency}}
          permission: sales.write
          where: {country: [Germany, France]}
          done: {en: 'reminded, {number}', zh: '已催款，{number}'}
          document: {type: type, number: number}
      """;

  private static final String TERMS =
      """
      name: set-terms
      label: {en: Terms, zh: 条款}
      method: put
      path: /api/companies/{company}/terms
      base: current
      ask:
        - key: rule
          label: {en: Rule, zh: 规则}
          kind: one-of
          options:
            - {value: net, label: {en: Net, zh: 净}}
            - {value: cash, label: {en: Cash, zh: 现金}}
        - {key: days, label: {en: Days, zh: 天数}, kind: number, when: {rule: [net]}}
      permission: sales.write
      done: {en: set, zh: 已设置}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeABoard() throws IOException {
    Files.createDirectories(folder.resolve("metrics"));
    write("boards/sales/sales/README.md", "# Sales\n");
    board("");
  }

  @Test
  void readsACommandWithAllItsParts() throws IOException {
    chart(INVOICES);
    Chart.Table read =
        (Chart.Table)
            Definitions.read(folder, GoldTables.all())
                .board("sales")
                .orElseThrow()
                .chart("invoices");
    Chart.Command remind = read.commands().get(0);
    assertThat(remind.columns())
        .containsExactly("company", "country", "currency", "month", "net_amount", "number");
    assertThat(remind.many())
        .contains(
            new Chart.Many(
                Set.of("note"),
                Optional.empty(),
                Optional.of(new Chart.Total("net_amount", "currency"))));
    assertThat(remind.offer().permission()).isEqualTo("sales.write");
    assertThat(remind.ask())
        .extracting(Chart.Field::key, Chart.Field::need)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("note", Chart.Need.OPTIONAL),
            org.assertj.core.groups.Tuple.tuple("amount", Chart.Need.REQUIRED));
    assertThat(remind.outcome().document()).contains(new Chart.DocumentFields("type", "number"));
    assertThat(read.rows().only().where()).hasSize(1);
  }

  @Test
  void refusesAPathOutsideTheApi() throws IOException {
    chart(INVOICES.replace("/api/companies", "/data/companies"));
    refused("invoices.yaml:12: a path is below /api, with columns in braces, not '/data/");
    chart(INVOICES.replace("/api/companies/{company}", "/api/../{company}"));
    refused("a path is below /api");
  }

  @Test
  void refusesAPlaceInThePathThatIsNoColumn() throws IOException {
    chart(INVOICES.replace("{number}/remind", "{bill}/remind"));
    refused("invoices.yaml:12: table sales_invoice has no column 'bill'");
  }

  @Test
  void refusesColumnsThatTheTableLacksWhereverTheyStand() throws IOException {
    chart(INVOICES.replace("{month: month}", "{month: week}"));
    refused("invoices.yaml:13: table sales_invoice has no column 'week'");
    chart(INVOICES.replace("from: net_amount", "from: open"));
    refused("invoices.yaml:16: table sales_invoice has no column 'open'");
    chart(INVOICES.replace("{country: [", "{land: ["));
    refused("has no column 'land'");
    chart(INVOICES.replace("{currency: GBP}", "{money: GBP}"));
    refused("invoices.yaml:4: table sales_invoice has no column 'money'");
  }

  @Test
  void refusesARoleThatNobodyHas() throws IOException {
    chart(INVOICES.replace("sales.write", "boss"));
    refused("a permission of the core, such as planning.write, is needed, not 'boss'");
  }

  @Test
  void refusesAnAskedFieldThatTheRowSendsAlready() throws IOException {
    chart(INVOICES.replace("send: {month: month}", "send: {note: month}"));
    refused("'note' is both asked and sent from the row");
  }

  @Test
  void refusesWhatIsOutsideTheClosedSets() throws IOException {
    chart(INVOICES.replace("method: post", "method: get"));
    refused("method is one of [post, put, delete], not 'get'");
    chart(INVOICES.replace("kind: money", "kind: file"));
    refused(
        "kind is one of [quantity, money, number, whole, percent, text, date, one-of,"
            + " some-of, days], not 'file'");
    chart(INVOICES.replace("permission:", "script: x\n    permission:"));
    refused("unknown key 'script'");
  }

  @Test
  void refusesTwoCommandsOfOneName() throws IOException {
    int at = INVOICES.indexOf("  - name: remind");
    chart(INVOICES + INVOICES.substring(at));
    refused("there are two commands 'remind' here");
  }

  @Test
  void readsACommandFromAFileThatSeveralChartsAndTheBoardMayName() throws IOException {
    write("boards/sales/sales/commands/set-terms.yaml", TERMS);
    chart(INVOICES.substring(0, INVOICES.indexOf("  - name")) + "  - {file: set-terms}\n");
    board("commands:\n  - {file: set-terms}\n");
    Board read = Definitions.read(folder, GoldTables.all()).board("sales").orElseThrow();
    assertThat(read.commands()).isEqualTo(((Chart.Table) read.chart("invoices")).commands());
    Chart.Command terms = read.commands().get(0);
    assertThat(terms.call().base()).isEqualTo(Chart.Base.CURRENT);
    assertThat(terms.ask().get(0).options())
        .extracting(Chart.Option::value)
        .containsExactly("net", "cash");
    assertThat(terms.ask().get(1).when()).containsEntry("rule", Set.of("net"));
    board("commands:\n  - {file: none}\n");
    refused("board.yaml:6: no file 'none.yaml' in commands");
  }

  @Test
  void refusesCommandsOfABoardThatNeedARow() throws IOException {
    chart(INVOICES);
    write("boards/sales/sales/commands/set-terms.yaml", TERMS.replace("/terms", "/{number}/terms"));
    board("commands:\n  - {file: set-terms}\n");
    refused("set-terms.yaml:4: table board has no column 'number'; it has [company]");
  }

  @Test
  void refusesWhatIsBuiltOnWhatIsThereWithoutBeingPutOneByOne() throws IOException {
    write("boards/sales/sales/commands/set-terms.yaml", TERMS.replace("put", "post"));
    chart(INVOICES);
    board("commands:\n  - {file: set-terms}\n");
    refused("set-terms.yaml:5: only what is put as a whole is built on what is there now");
    write("boards/sales/sales/commands/set-terms.yaml", TERMS + "many: {ask: [rule, days]}\n");
    refused("what is there now differs by row, so it is given on one row at a time");
  }

  @Test
  void refusesAConditionThatNoOptionMeets() throws IOException {
    write("boards/sales/sales/commands/set-terms.yaml", TERMS.replace("rule: [net]", "rule: [no]"));
    chart(INVOICES);
    board("commands:\n  - {file: set-terms}\n");
    refused("'days' is asked when 'rule' is one of [no], which has the options [cash, net]");
  }

  @Test
  void refusesManyRowsThatAskWhatTheCommandDoesNotOrLackWhatItNeeds() throws IOException {
    chart(INVOICES.replace("ask: [note]", "ask: [reason]"));
    refused("invoices.yaml:17: many asks some of [note, amount], not [reason]");
    chart(
        INVOICES.replace("kind: text, need: optional", "kind: text").replace("ask: [note], ", ""));
    refused("'note' is needed and no column has it, so many must ask it");
    chart(INVOICES.replace("total: {column: net_amount", "total: {column: weight"));
    refused("table sales_invoice has no column 'weight'");
    chart(INVOICES.replace("currency: currency}}", "currency: coin}}"));
    refused("table sales_invoice has no column 'coin'");
    chart(INVOICES.replace("many: {", "many: {path: /api, "));
    refused("unknown key 'path'");
  }

  @Test
  void changesByAPercentageWhatIsANumberOfTheRowAlone() throws IOException {
    String change = "change: {key: %s, label: {en: Change, zh: 变动}}";
    chart(INVOICES.replace("many: {", "many: {" + change.formatted("amount") + ", "));
    Chart.Table read =
        (Chart.Table)
            Definitions.read(folder, GoldTables.all())
                .board("sales")
                .orElseThrow()
                .chart("invoices");
    assertThat(read.commands().get(0).many().orElseThrow().change())
        .map(Chart.Change::key)
        .contains("amount");
    chart(INVOICES.replace("many: {", "many: {" + change.formatted("note") + ", "));
    refused("many changes a number that a column has and that it does not ask, not 'note'");
  }

  @Test
  void offersACommandOnOneRowAtATimeUnlessTheFileSaysOtherwise() throws IOException {
    chart(INVOICES.replaceAll(" *many: .*\n", ""));
    Chart.Table read =
        (Chart.Table)
            Definitions.read(folder, GoldTables.all())
                .board("sales")
                .orElseThrow()
                .chart("invoices");
    assertThat(read.commands().get(0).many()).isEmpty();
  }

  @Test
  void picksATextFromAPageAndNothingElse() throws IOException {
    chart(INVOICES.replace("kind: text,", "kind: text, pick: party/party,"));
    Chart.Command read =
        ((Chart.Table)
                Definitions.read(folder, GoldTables.all())
                    .board("sales")
                    .orElseThrow()
                    .chart("invoices"))
            .commands()
            .get(0);
    assertThat(read.ask().get(0).pick()).contains("party/party");
    chart(INVOICES.replace("kind: text,", "kind: date, pick: party/party,"));
    refused("a text picks from a page such as party/party");
  }

  @Test
  void readsTheColumnsInTheWordsOfAButtonAndWhatIsKept() throws IOException {
    String moved =
        INVOICES
            .replace("{en: Remind, zh: 催款}", "{en: 'Remind {month}', zh: '催款 {month}'}")
            .replaceAll(" *many: .*\n", "");
    chart(
        moved
            .replace("method: post", "method: put")
            .replace("send:", "base: current\n    keep: [customer, lines.item]\n    send:"));
    Chart.Command read =
        ((Chart.Table)
                Definitions.read(folder, GoldTables.all())
                    .board("sales")
                    .orElseThrow()
                    .chart("invoices"))
            .commands()
            .get(0);
    assertThat(read.columns()).contains("month");
    assertThat(read.call().keep()).containsExactly("customer", "lines.item");
    chart(moved.replace("{month}", "{due}"));
    refused("table sales_invoice has no column 'due'");
    chart(moved.replace("send:", "keep: [customer]\n    send:"));
    refused("only what is there now can be kept: say base: current");
  }

  @Test
  void refusesAMarkThatIsNoNumber() throws IOException {
    chart(INVOICES.replace("above: 1000", "above: high"));
    refused("above is a plain decimal number such as 1.0, not 'high'");
  }

  @Test
  void refusesARankThatIsNoWordAndRanksOfDistinctRows() throws IOException {
    String ranked = "{column: country, name: {en: Land, zh: 国}, rank: [%s]}\ncommands:";
    chart(INVOICES.replace("commands:", "  - " + ranked.formatted("\"it's\"")));
    refused("rank lists words of small letters, the first on top, not [it's]");
    chart(INVOICES.replace("commands:", "  - " + ranked.formatted("late")) + "rows: distinct\n");
    refused("distinct rows cannot be sorted by rank");
  }

  private void board(String more) throws IOException {
    write(
        "boards/sales/sales/board.yaml",
        """
        title: {en: Sales, zh: 销售}
        purpose: {en: Why., zh: 为何。}
        filters: []
        rows: [[{chart: invoices, width: 6}]]
        """
            + more);
  }

  private void chart(String text) throws IOException {
    write("boards/sales/sales/charts/invoices.yaml", text);
  }

  private void refused(String message) {
    assertThatThrownBy(() -> Definitions.read(folder, GoldTables.all()))
        .isInstanceOf(DefinitionsRefused.class)
        .hasMessageContaining(message);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
