package org.millrace.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindDocumentsTest {
  @Test
  void fillsInWhatPeopleLeaveOutOfANumber() {
    assertThat(FindDocuments.filled("SO-", "SO-000001", "76")).contains("SO-000076");
    assertThat(FindDocuments.filled("SO-", "SO-000001", "00076")).contains("SO-000076");
    assertThat(FindDocuments.filled("SO-", "SO-000001", "SO-76")).contains("SO-000076");
    assertThat(FindDocuments.filled("SO-", "SO-000001", "IN-76")).isEmpty();
    assertThat(FindDocuments.filled("SO-", "SO-000001", "1234567")).isEmpty();
    assertThat(FindDocuments.filled("", "536365", "536366")).contains("536366");
    assertThat(FindDocuments.filled("SO-", "SO-000001", "Shop")).isEmpty();
  }

  @Test
  void readsAmountsAsPeopleWriteThem() {
    assertThat(FindDocuments.amount("15")).hasValueSatisfying(v -> assertThat(v).isEqualTo("15"));
    assertThat(FindDocuments.amount("1,234.50").orElseThrow()).isEqualTo("1234.50");
    assertThat(FindDocuments.amount("1234,50").orElseThrow()).isEqualTo("1234.50");
    assertThat(FindDocuments.amount("-15.5").orElseThrow()).isEqualTo("-15.5");
    assertThat(FindDocuments.amount("SO-15")).isEmpty();
    assertThat(FindDocuments.amount("1.2.3")).isEmpty();
  }
}
