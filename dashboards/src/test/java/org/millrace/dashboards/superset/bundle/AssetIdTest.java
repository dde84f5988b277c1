package org.millrace.dashboards.superset.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.superset.server.Kind;

class AssetIdTest {
  /** Value of the appendix of RFC 9562, A.4: version 5 of www.example.com in the DNS namespace. */
  @Test
  void givesThePublishedVersion5Uuid() {
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertThat(AssetId.version5(dns, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  @Test
  void differsByKindAndPath() {
    AssetId chart = new AssetId(Kind.CHART, "boards/sales/sales");
    assertThat(chart.uuid())
        .isEqualTo(new AssetId(Kind.CHART, "boards/sales/sales").uuid())
        .isNotEqualTo(new AssetId(Kind.DASHBOARD, "boards/sales/sales").uuid())
        .isNotEqualTo(new AssetId(Kind.CHART, "boards/sales/planning").uuid());
  }
}
