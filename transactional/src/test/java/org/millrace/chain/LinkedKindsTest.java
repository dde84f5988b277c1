package org.millrace.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentStores;
import org.springframework.jdbc.core.JdbcTemplate;

class LinkedKindsTest {
  private static LinkedKinds kinds(Map<String, Object> said) {
    return LinkedKinds.of(Map.of("sales", Map.of("order", said)));
  }

  @Test
  void linksEveryDocumentOfTheKernelUnderItsOwnName() {
    TestingCore core = TestingCore.running();
    LinkedKinds linked = core.bean(LinkedKinds.class);
    assertThat(core.bean(DocumentStores.class).kinds())
        .filteredOn(kind -> !kind.isMaster())
        .extracting(DocumentKind::name)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(linked.named(name)).as(name).isPresent());
  }

  @Test
  void refusesAReferenceToWhatNobodyDeclares() {
    Map<String, Object> said =
        Map.of("table", "sales.sales_order", "follows", Map.of("quotation", "sales/offer"));
    assertThatThrownBy(() -> kinds(said))
        .hasMessageContaining("sales/order.quotation names sales/offer")
        .hasMessageContaining("there are [sales/order]");
  }

  @Test
  void refusesWordsItDoesNotKnow() {
    assertThatThrownBy(() -> kinds(Map.of("table", "sales.sales_order", "day", "order_date")))
        .hasMessageContaining("chain/sales.yaml: order knows no 'day'");
    Map<String, Object> said =
        Map.of("table", "sales.sales_order", "follows", Map.of("quotation", List.of(1)));
    assertThatThrownBy(() -> kinds(said))
        .hasMessageContaining("chain/sales.yaml: order names documents by [1]");
  }

  @Test
  void refusesColumnsThatTheTableDoesNotHave() {
    LinkedKinds kinds = kinds(Map.of("table", "sales.sales_order", "date", "order_day"));
    JdbcTemplate jdbc = TestingCore.running().bean(JdbcTemplate.class);
    assertThatThrownBy(() -> new LinkedDocumentsJdbc(kinds, jdbc).check())
        .hasMessageContaining("sales/order: sales.sales_order has no [order_day]");
  }
}
