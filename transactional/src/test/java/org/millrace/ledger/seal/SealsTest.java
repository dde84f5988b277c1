package org.millrace.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;

/** Entries are sealed block by block, each once. */
class SealsTest {
  private final TestingCore core = TestingCore.running();
  private final Seals seals = core.bean(Seals.class);

  @Test
  void sealsWhatWasPostedSinceInBlocks() {
    String company = core.newCompany("EUR", "false").value();
    String entries = "/api/companies/" + company + "/ledger/entries";
    String entry =
        """
        {"text":"Rent","lines":[{"account":"6000","debit":7},{"account":"1000","credit":7}]}
        """;
    for (int i = 0; i < 5; i++) {
      core.post(entries, entry).expecting(201);
    }
    seals.seal(2);
    assertThat(blocks(company)).containsExactly("1-2", "3-4", "5-5");
    core.post(entries, entry).expecting(201);
    seals.seal(2);
    seals.seal(2);
    assertThat(blocks(company)).containsExactly("1-2", "3-4", "5-5", "6-6");
    assertThat(
            core.get("/api/companies/" + company + "/ledger/checks?holds=false").json().get("rows"))
        .isEmpty();
  }

  private List<String> blocks(String company) {
    return core.jdbc()
        .sql("select first || '-' || last from ledger.seal where company = ? order by first")
        .param(company)
        .query(String.class)
        .list();
  }
}
