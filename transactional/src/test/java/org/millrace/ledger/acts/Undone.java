package org.millrace.ledger.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A document that is posted and reversed at once: all is as it was. */
enum Undone {
  TRANSFER {
    @Override
    Optional<String> posted(ActingFirm firm) {
      return firm.transferred();
    }
  },
  COUNT {
    @Override
    Optional<String> posted(ActingFirm firm) {
      return firm.counted();
    }
  },
  LANDED_COST {
    @Override
    Optional<String> posted(ActingFirm firm) {
      return firm.landed();
    }
  },
  BILL {
    @Override
    Optional<String> posted(ActingFirm firm) {
      return firm.billed();
    }
  },
  CUSTOMER_PAYMENT {
    @Override
    Optional<String> posted(ActingFirm firm) {
      return firm.customerPaid();
    }
  },
  SUPPLIER_PAYMENT {
    @Override
    Optional<String> posted(ActingFirm firm) {
      return firm.supplierPaid();
    }
  };

  /** The address of the document that was posted, nothing where the firm has none to post. */
  abstract Optional<String> posted(ActingFirm firm);

  void leavesNoTrace(ActingFirm firm, Books books, long seed) {
    firm.beOnTime();
    Map<String, BigDecimal> before = books.state();
    posted(firm)
        .filter(firm::reversed)
        .ifPresent(
            path ->
                assertThat(books.state())
                    .as("seed %d, %s, after %s", seed, path, firm.story())
                    .isEqualTo(before));
  }
}
