package org.millrace.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ImportSessionTest {
  @Test
  void tellsTheRulesThatAnElectronicInvoiceBreaks() throws Exception {
    String taken =
        """
        {"number": "EI-000002", "status": "refused", "findings": [
          {"severity": "error", "rule": "BR-CO-15", "place": "/Invoice", "text": "A = B + C"}]}
        """;
    assertThat(ImportSession.told(Path.of("a.xml"), new ObjectMapper().readTree(taken)))
        .isEqualTo("a.xml: EI-000002 refused%n  error BR-CO-15 at /Invoice: A = B + C".formatted());
  }
}
