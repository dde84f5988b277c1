package org.millrace.party.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component("partyBankAccountsJdbc")
class BankAccountsJdbc implements BankAccounts {
  private final JdbcTemplate jdbc;

  BankAccountsJdbc(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, Set<PartyCode>> owners(CompanyCode company, Collection<String> numbers) {
    Map<String, Set<PartyCode>> owners = new HashMap<>();
    jdbc.query(
        """
        select coalesce(a.iban, a.account_number) as number, a.party
        from party.bank_account a
        join party.party p on p.company = a.company and p.code = a.party
        where a.company = ? and coalesce(a.iban, a.account_number) = any(?)
          and p.merged_into is null
        """,
        row -> {
          owners
              .computeIfAbsent(row.getString("number"), n -> new TreeSet<>())
              .add(new PartyCode(row.getString("party")));
        },
        company.value(),
        numbers.toArray(String[]::new));
    return owners;
  }
}
