package org.millrace.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreBooksTest {

  @Test
  void writesTheSameBytesWhateverTheOrderOfAMap() {
    Map<String, Object> line = ordered("item", "BIKE", "quantity", 2);
    Map<String, Object> enil = ordered("quantity", 2, "item", "BIKE");

    assertThat(CoreBooks.written(ordered("lines", List.of(line), "customer", "C1")))
        .isEqualTo(CoreBooks.written(ordered("customer", "C1", "lines", List.of(enil))));
  }

  private static Map<String, Object> ordered(String a, Object first, String b, Object second) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(a, first);
    map.put(b, second);
    return map;
  }
}
