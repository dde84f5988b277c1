package org.millrace.cash.planned;

import java.util.Optional;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bank accounts of companies, by code. */
@Component
class BankAccountsJdbc {
  private final JdbcClient jdbc;

  BankAccountsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Passes when there is one of that code, or none is named.
   *
   * @throws org.millrace.shared.Refused as invalid otherwise
   */
  void require(CompanyCode company, Optional<String> code) {
    boolean isKnown =
        code.isEmpty()
            || jdbc.sql("select exists (select from bank.account where company = ? and code = ?)")
                .params(company.value(), code.get())
                .query(Boolean.class)
                .single();
    new Problems()
        .require(isKnown, "account", code.orElse(""), "the code of a bank account")
        .refuse("The money cannot be planned so");
  }
}
