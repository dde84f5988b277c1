package org.millrace.dashboards.superset.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RisonTest {
  @Test
  void writesAFilterAsSupersetAsksForIt() {
    Map<String, Object> filter = new LinkedHashMap<>();
    filter.put("col", "slug");
    filter.put("opr", "eq");
    filter.put("value", "millrace-sales");
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("filters", List.of(filter));
    query.put("page", 0);
    assertThat(Rison.of(query))
        .isEqualTo("(filters:!((col:slug,opr:eq,value:millrace-sales)),page:0)");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "sales,sales",
        "two words,'two words'",
        "it's,'it!'s'",
        "wow!,'wow!!'",
        "12,'12'",
        "-1,'-1'",
        "a:b,'a:b'",
        "\"a,b\",\"'a,b'\"",
        "(x),'(x)'",
        "销售,'销售'",
        "\"\",''"
      })
  void quotesTextThatCouldBeReadAsSomethingElse(String text, String written) {
    assertThat(Rison.of(text)).isEqualTo(written);
  }

  @Test
  void writesTruthNothingAndNumbersWithoutQuotes() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", true);
    map.put("b", false);
    map.put("c", null);
    map.put("d", -7L);
    assertThat(Rison.of(map)).isEqualTo("(a:!t,b:!f,c:!n,d:-7)");
  }

  @Test
  void writesEmptyListsAndMaps() {
    assertThat(Rison.of(List.of(List.of(), Map.of()))).isEqualTo("!(!(),())");
  }

  @Test
  void refusesTypesWithoutAForm() {
    assertThatThrownBy(() -> Rison.of(new BigDecimal("1.5")))
        .hasMessageContaining("java.math.BigDecimal")
        .hasMessageContaining("1.5");
  }
}
